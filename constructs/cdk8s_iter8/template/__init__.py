"""Routing templates: built as data, rendered for the Iter8 controller, evaluated for previews and tests."""

from cdk8s_iter8.template.evaluation import evaluate
from cdk8s_iter8.template.nodes import Data, Node, Text, Weight, When
from cdk8s_iter8.template.rendering import render

__all__ = ["Data", "Node", "Text", "Weight", "When", "evaluate", "render"]
