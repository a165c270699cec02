"""Cuts a routing template into texts and actions, and actions into tokens, as Go's text/template does.

Source: text/template/parse/lex.go of Go 1.21 to 1.26. White space is space, tab, CR and LF, as in Go.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.template.syntax import Place
from cdk8s_iter8.template.template_error import TemplateError

_SPACE = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]*")
_TRIM_LEFT = re.compile(r"-[ \t\r\n]")
_COMMENT_END = re.compile(r"\*/(?P<trim>[ \t\r\n]-)?\}\}")
# Possessive, so that a long run of spaces is read once for each alternative.
_TOKEN = re.compile(
    r"""
      (?P<trim> [ \t\r\n]++ -\}\} ) | (?P<end> [ \t\r\n]*+ \}\} )
    | (?P<spaces> [ \t\r\n]*+ ) (?: (?P<word> \.?[A-Za-z_][A-Za-z0-9_]*+ ) | (?P<paren> [()] )
      | (?P<number> [+-]? (?: 0[xX](?:_?[0-9A-Fa-f])++ | 0[bB](?:_?[01])++ | 0[oO](?:_?[0-7])++
                            | 0(?:_?[0-7])*+ | [1-9](?:_?[0-9])*+ ) ) )
    """,
    re.VERBOSE,
)
_LONGEST_ACTION = 200  # of an action's text in an error


@dataclass(frozen=True, slots=True)
class TextItem:
    """Text outside actions, without the white space that `{{-` and `-}}` remove.

    Attributes:
        line: The line where the text begins, from 1.
        text: The text, never empty.
    """

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a parenthesis of an action.

    Attributes:
        text: The token as it is written; "" for the end of the action.
        spaced: White space stands before it.
    """

    text: str
    spaced: bool


@dataclass(frozen=True, slots=True)
class ActionItem:
    """An action.

    Attributes:
        place: The action's line and text.
        tokens: Its tokens; the last one is the end of the action.
    """

    place: Place
    tokens: tuple[Token, ...]


def split_items(text: str) -> Iterator[TextItem | ActionItem]:
    """Yields the texts and actions of a template, in order and without comments.

    Args:
        text: The template.

    Raises:
        TemplateError: An action or a comment has no end, or an action has a character that is not allowed in it.

    Example:
        >>> for item in split_items("a {{- 1 }}{{/* */}}b"):
        ...     print(item.text if isinstance(item, TextItem) else item.place.action)
        a
        {{- 1 }}
        b
    """
    at, line = 0, 1
    while (start := text.find("{{", at)) >= 0:
        trimmed = _TRIM_LEFT.match(text, start + 2)
        before = text[at:start].rstrip(_SPACE) if trimmed else text[at:start]
        if before:
            yield TextItem(line, before)
        line += text.count("\n", at, start)
        inside = trimmed.end() if trimmed else start + 2
        if text.startswith("/*", inside):
            at = _after_comment(text, start, inside + 2, line)
        else:
            tokens, at, trim = _tokens(text, start, inside, line)
            yield ActionItem(Place(line, text[start:at]), tokens)
            at = _after_spaces(text, at) if trim else at
        line += text.count("\n", start, at)
    if at < len(text):
        yield TextItem(line, text[at:])


def _after_spaces(text: str, at: int) -> int:
    spaces = _SPACES.match(text, at)
    return spaces.end() if spaces else at


def _after_comment(text: str, start: int, inside: int, line: int) -> int:
    stars = text.find("*/", inside)
    end = _COMMENT_END.match(text, stars) if stars >= 0 else None
    if end is None:
        reason = "the comment has no */" if stars < 0 else "a comment ends with */}} or */ -}}"
        raise TemplateError(line, action_text(text, start), reason)
    return _after_spaces(text, end.end()) if end["trim"] else end.end()


def _tokens(text: str, start: int, inside: int, line: int) -> tuple[tuple[Token, ...], int, bool]:
    tokens: list[Token] = []
    at = inside
    while True:
        token = _TOKEN.match(text, at)
        if token is None:
            raise TemplateError(line, action_text(text, start), _unreadable(text, _after_spaces(text, at)))
        at = token.end()
        if token["spaces"] is None:
            tokens.append(Token("", spaced=True))
            return tuple(tokens), at, token["trim"] is not None
        tokens.append(Token(token[0][len(token["spaces"]) :], spaced=bool(token["spaces"])))


def _unreadable(text: str, at: int) -> str:
    if at >= len(text):
        return "the action has no }}"
    return f"routing templates have no {text[at]!a} in an action"


def action_text(text: str, start: int) -> str:
    """Returns the text of an action without end, for an error.

    Args:
        text: The template.
        start: Where the action begins.

    Returns:
        The action to its `}}`, or to the end of the line if it has none; at most 200 characters.
    """
    piece = text[start : start + _LONGEST_ACTION]
    end = piece.find("}}")
    return piece[: end + 2] if end >= 0 else piece.partition("\n")[0]
