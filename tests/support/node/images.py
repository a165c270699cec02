"""Images: which program stands for which. An image that is not among them cannot be pulled."""

import re
from collections.abc import Mapping, Sequence

Images = Mapping[str, Sequence[str]]
"""The program, with its first arguments, by the image's name without tag and digest."""


def name(image: str) -> str:
    """An image's name.

    >>> name("example.com:5000/a/b:v1@sha256:0")
    'example.com:5000/a/b'
    """
    return re.sub(r":[^:/]*$", "", image.partition("@")[0])


def program(image: str, images: Images) -> Sequence[str] | None:
    """What runs for an image; None when it cannot be pulled."""
    return images.get(name(image))
