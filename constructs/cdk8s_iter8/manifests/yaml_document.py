"""Manifests as the YAML that cdk8s's synth writes, byte for byte.

cdk8s hands each manifest to the npm library `yaml`; the layout here is that of its `stringifyCollection` and
`stringifyPair`: blocks, two blanks a level, lists one level deeper than their key.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.normalized import normalized
from cdk8s_iter8.manifests.yaml_double_quoted import utf16_length
from cdk8s_iter8.manifests.yaml_number import yaml_number
from cdk8s_iter8.manifests.yaml_string import yaml_key, yaml_string

_STEP = "  "
_LONGEST_KEY = 1024  # YAML 1.2.2, 7.4.2: a longer one is not a key unless `?` says so


def yaml_documents(manifests: Iterable[Manifest]) -> str:
    r"""Returns the text of a file that holds manifests, as cdk8s's synth writes it.

    Args:
        manifests: The objects, in the order of the file.

    Raises:
        ValueError: A number is not finite.
        TypeError: A value is something else than plain data.

    Example:
        >>> service = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "hello"}, "spec": {"ports": [{}]}}
        >>> print(yaml_documents([{"kind": "Job", "metadata": {"name": "1"}, "apiVersion": "batch/v1"}, service]))
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: "1"
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: hello
        spec:
          ports:
            - {}
        <BLANKLINE>
    """
    return "---\n".join(f"{_mapping(normalized(manifest), '')}\n" for manifest in manifests)


def _mapping(mapping: Mapping[str, Any], indent: str) -> str:
    return f"\n{indent}".join([_entry(key, value, indent) for key, value in mapping.items()])


def _entry(key: str, value: Any, indent: str) -> str:
    name, deeper = yaml_key(key), indent + _STEP
    if len(name) > _LONGEST_KEY // 2 and utf16_length(name) > _LONGEST_KEY:
        return f"? {name}\n{indent}: {_value(value, deeper)}"
    between = f"\n{deeper}" if value and isinstance(value, dict | list) else " "
    return f"{name}:{between}{_value(value, deeper)}"


def _sequence(items: Sequence[Any], indent: str) -> str:
    deeper = indent + _STEP
    return f"\n{indent}".join([f"- {_value(item, deeper)}" for item in items])


def _value(value: Any, indent: str) -> str:
    """Writes a value whose first line stands where `indent` ends, or behind its key."""
    match value:
        case str():
            return yaml_string(value, indent)
        case dict():
            return _mapping(value, indent) or "{}"
        case list():
            return _sequence(value, indent) or "[]"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return yaml_number(value)
        case _:
            raise TypeError(f"{type(value).__name__} is not plain data")
