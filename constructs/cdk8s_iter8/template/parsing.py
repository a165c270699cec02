"""Parses routing templates: the actions that Iter8's chart and this project write, and no others.

A parsed template gives the same text as Go's html/template, character by character. All other templates are refused,
also those that Go accepts. So a route is exactly the one that Iter8's controller would apply, or there is no route.

Source: text/template/parse/parse.go and html/template/transition.go of Go 1.21 to 1.26.
"""

import re

from cdk8s_iter8.template.execution import Template
from cdk8s_iter8.template.expressions import parse_expression
from cdk8s_iter8.template.lexing import ActionItem, TextItem, split_items
from cdk8s_iter8.template.syntax import Branch, Expression, If, Insertion, Piece, Place, PlainText
from cdk8s_iter8.template.template_error import TemplateError

_DEEPEST = 50
# With a tag, an end tag or a comment the HTML escaper leaves plain text; the `<` of a doctype it does not escape.
_MARKUP = re.compile(r"<(?:/?[A-Za-z]|!--|!doctype)", re.IGNORECASE | re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_template(text: str) -> Template:
    """Parses a routing template.

    Args:
        text: The template: text, `{{ index .Weights N }}`, `{{ if … }}`, `{{ else if … }}`, `{{ else }}`, `{{ end }}`,
            the functions `and`, `or`, `not`, `eq`, `ne`, `lt`, `le`, `gt` and `ge`, whole numbers, parentheses,
            `{{-` and `-}}`, and comments.

    Returns:
        The template, which can be executed for any weights.

    Raises:
        TemplateError: The template is wrong, or has anything else in it.

    Example:
        >>> text = "weight: {{ if gt (index .Weights 1) 100 }}100{{ else }}{{ index .Weights 1 }}{{ end }}"
        >>> parse_template(text).execute([0, 30])
        'weight: 30'
    """
    _check_unicode(text)
    parts: list[Piece] = []
    open_ifs: list[_OpenIf] = []
    for item in split_items(text):
        if isinstance(item, TextItem):
            parts.append(_plain_text(item))
            continue
        match item.tokens[0].text:
            case "if":
                if len(open_ifs) == _DEEPEST:
                    raise _error(item.place, f"more than {_DEEPEST} ifs stand within one another")
                open_ifs.append(_OpenIf(item.place, parts, parse_expression(item, 1)))
                parts = []
            case "else":
                parts = _innermost(open_ifs, item).begin_branch(item, parts)
            case "end":
                opened = _innermost(open_ifs, item)
                _check_nothing_after("end", item)
                open_ifs.pop()
                parts = opened.close(parts)
            case _:
                parts.append(Insertion(parse_expression(item, 0)))
    if open_ifs:
        raise _error(open_ifs[-1].place, "the if has no {{ end }}")
    return Template(tuple(parts))


class _OpenIf:
    """An `if` whose `end` is not read yet."""

    def __init__(self, place: Place, outside: list[Piece], condition: Expression) -> None:
        self.place = place
        self._outside = outside
        self._condition: Expression | None = condition  # None after `else`
        self._branches: list[Branch] = []

    def begin_branch(self, item: ActionItem, parts: list[Piece]) -> list[Piece]:
        """Ends the branch before `else` or `else if`, and returns the list for the parts that follow."""
        if self._condition is None:
            raise _error(item.place, f"the if of line {self.place.line} has its else already")
        self._branches.append(Branch(self._condition, tuple(parts)))
        if item.tokens[1].text == "if":
            self._condition = parse_expression(item, 2)
        else:
            _check_nothing_after("else", item)
            self._condition = None
        return []

    def close(self, parts: list[Piece]) -> list[Piece]:
        """Adds the `if` to the parts around it, and returns those parts."""
        otherwise: tuple[Piece, ...] = ()
        if self._condition is None:
            otherwise = tuple(parts)
        else:
            self._branches.append(Branch(self._condition, tuple(parts)))
        self._outside.append(If(tuple(self._branches), otherwise))
        return self._outside


def _innermost(open_ifs: list[_OpenIf], item: ActionItem) -> _OpenIf:
    if not open_ifs:
        raise _error(item.place, "there is no if before it")
    return open_ifs[-1]


def _check_nothing_after(word: str, item: ActionItem) -> None:
    if item.tokens[1].text:
        raise _error(item.place, f"{item.tokens[1].text!r} stands after {word}")


def _plain_text(item: TextItem) -> PlainText:
    markup = _MARKUP.search(item.text)
    if markup:
        line = item.line + item.text.count("\n", 0, markup.start())
        piece = item.text[markup.start() : markup.start() + 40].partition("\n")[0]
        raise TemplateError(line, piece, f"html/template takes {markup[0]} for HTML and changes what follows")
    return PlainText(item.text.replace("<", "&lt;"))


def _check_unicode(text: str) -> None:
    surrogate = _SURROGATE.search(text)
    if surrogate:
        line = text.count("\n", 0, surrogate.start()) + 1
        raise TemplateError(line, ascii(surrogate[0]), "half of a surrogate pair is no character")


def _error(place: Place, reason: str) -> TemplateError:
    return TemplateError(place.line, place.action, reason)
