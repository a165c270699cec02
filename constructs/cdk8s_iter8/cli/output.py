"""How a command prints what it has found or done."""

from enum import StrEnum


class Output(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"
