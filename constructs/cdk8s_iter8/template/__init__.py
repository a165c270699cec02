"""Routing templates: built as data, rendered for the controller, evaluated for previews, parsed and executed."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cdk8s_iter8.template.evaluation import evaluate
from cdk8s_iter8.template.nodes import Data, Guard, LiteralBlock, LiveWeight, Node
from cdk8s_iter8.template.rendering import render

if TYPE_CHECKING:
    from cdk8s_iter8.template.execution import Template
    from cdk8s_iter8.template.parsing import parse_template
    from cdk8s_iter8.template.template_error import TemplateError

# Imported at first use: only a controller parses templates, and writing manifests need not wait for that.
_PLACES = {"Template": "execution", "TemplateError": "template_error", "parse_template": "parsing"}

__all__ = [
    "Data",
    "Guard",
    "LiteralBlock",
    "LiveWeight",
    "Node",
    "Template",
    "TemplateError",
    "evaluate",
    "parse_template",
    "render",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
