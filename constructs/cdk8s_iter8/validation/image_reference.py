"""References of container images as Knative reads them (go-containerregistry pkg/name, weak validation)."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from cdk8s_iter8.validation.scalars import rule

_HOST = r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]*)(:[0-9]*)?"
_REPOSITORY = r"[a-z0-9_./-]{2,255}"
_TAG = r"(:[A-Za-z0-9_.-]{0,128})?"  # an empty tag is latest
_DIGEST = r"(@sha256:[0-9a-f]{64})?"

IMAGE_RULE = (
    "a container image ([REGISTRY/]REPOSITORY[:TAG][@sha256:DIGEST], the repository of at least 2 lower-case letters, "
    "digits and ._-/, the digest of 64)"
)


def is_image_reference(text: str) -> bool:
    """Tells whether Knative can read a reference of an image.

    Example:
        >>> [is_image_reference(each) for each in ("ghcr.io/knative/helloworld-go:latest", "Hello", "hello@sha256:0")]
        [True, False, False]
    """
    first, slash, others = text.partition("/")
    if slash and re.search("[.:]", first):  # the first part is a registry
        return bool(re.fullmatch(_HOST, first) and re.fullmatch(_REPOSITORY + _TAG + _DIGEST, others))
    return bool(re.fullmatch(_REPOSITORY + _TAG + _DIGEST, text))


def _read(text: str) -> str:
    if not is_image_reference(text):
        raise ValueError
    return text


ImageReference = Annotated[
    str,
    StringConstraints(pattern=rf"^({_HOST}/)?{_REPOSITORY}{_TAG}{_DIGEST}$", max_length=1024),
    AfterValidator(_read),
    rule(IMAGE_RULE),
]
