"""Resources of containers that Kubernetes takes (pkg/apis/core/validation/validation.go, 1.34)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.quantity import amount, is_quantity

_STANDARD = ("cpu", "memory", "ephemeral-storage")
_HUGE_PAGES = re.compile("hugepages-(.+)")
_EXTENDED = re.compile(
    r"(?=[^/]{1,253}/)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/"
    "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?"
)

Amounts = Mapping[str, Any]


def resource_problems(resources: Mapping[str, Amounts]) -> Iterator[Problem]:
    """Yields what is wrong with the resources of a container; paths start at them."""
    limits, requests = resources.get("limits") or {}, resources.get("requests") or {}
    wrong = [
        Problem((kind, name), text)
        for kind, amounts in (("limits", limits), ("requests", requests))
        for name, quantity in amounts.items()
        for text in _wrong(name, quantity)
    ]
    yield from wrong or _compared(limits, requests)


def _compared(limits: Amounts, requests: Amounts) -> Iterator[Problem]:
    for name, quantity in requests.items():
        if name not in limits:
            if not _is_native(name):
                yield Problem(("limits", name), "is missing: what cannot be overcommitted needs a limit")
        elif amount(str(quantity)) > amount(str(limits[name])):
            text = (
                f"{as_text(quantity)} is more than the limit: it must be less than or equal to {as_text(limits[name])}"
            )
            yield Problem(("requests", name), text)
        elif not _is_native(name) and amount(str(quantity)) != amount(str(limits[name])):
            text = f"{as_text(quantity)} is not the limit: it must be equal to {as_text(limits[name])}"
            yield Problem(("requests", name), text)


def _wrong(name: str, quantity: Any) -> Iterator[str]:
    huge_pages = _HUGE_PAGES.fullmatch(name)
    if not (_is_native(name) or huge_pages or _is_extended(name)):
        yield f"is not a resource (known: {', '.join(_STANDARD)}, hugepages-SIZE, or DOMAIN/NAME)"
    if not is_quantity(str(quantity)):
        yield f"{as_text(quantity)} is not a quantity (such as 250m, 64Mi or 1)"
    elif amount(str(quantity)) < 0:
        yield f"{as_text(quantity)} is out of bounds: it must be greater than or equal to 0"
    elif huge_pages and is_quantity(huge_pages[1]) and not _is_multiple(str(quantity), huge_pages[1]):
        yield f"{as_text(quantity)} is not a positive integer multiple of {huge_pages[1]}"
    elif not _is_native(name) and not _is_multiple(str(quantity), "1"):
        yield f"{as_text(quantity)} is not a whole number, which {as_text(name)} must be"


def _is_multiple(quantity: str, of: str) -> bool:
    parts = amount(quantity) / amount(of)
    return parts == parts.to_integral_value()


def _is_native(name: str) -> bool:
    return name in _STANDARD or "kubernetes.io/" in name


def _is_extended(name: str) -> bool:
    return bool(_EXTENDED.fullmatch(name)) and not name.startswith("requests.")
