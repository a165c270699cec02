"""The choice of what ``main.py`` synthesizes."""

import pathlib
from dataclasses import dataclass

RELEASES = pathlib.Path("releases")


@dataclass(frozen=True)
class Choice:
    """What is synthesized, and how.

    Attributes:
        directory: The directory of the values files, `NAME.yaml` for the release NAME. It may be absent, if there are
            no releases: git keeps no empty directories.
        jobs: How many processes synthesize, where there are many releases.
        only: The only releases to synthesize, by name; empty: all.
        changed: Whether what is as it was at the last synthesis is left alone.
    """

    directory: pathlib.Path = RELEASES
    jobs: int = 1
    only: tuple[str, ...] = ()
    changed: bool = False
