"""Keys of which only one may stand in values, for editors."""

from typing import Any


def one_of(*keys: str, or_none: bool = False) -> dict[str, Any]:
    """Says in a model's JSON schema that exactly one of some keys has a value; the model itself must check it.

    Args:
        keys: The keys as they stand in YAML.
        or_none: Whether all of them may be absent.

    Returns:
        For pydantic's ``json_schema_extra``. A key without value, as anywhere, is as good as absent.
    """
    null = {"type": "null"}
    present = [{"type": "object", "required": [key], "properties": {key: {"not": null}}} for key in keys]
    absent = {"type": "object", "properties": dict.fromkeys(keys, null)}
    return {"oneOf": [*present, *([absent] if or_none else [])]}
