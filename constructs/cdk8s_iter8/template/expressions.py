"""Parses the expression of an action: a number, a call of a function, or one of these in parentheses."""

from cdk8s_iter8.template.lexing import ActionItem
from cdk8s_iter8.template.syntax import FUNCTIONS, Call, Expression, Index, Number
from cdk8s_iter8.template.template_error import TemplateError

_DEEPEST = 50
_LONGEST_NUMBER = 100  # 64 binary digits with underscores between some of them
_INT = range(-(2**63), 2**63)
_MOST = {"not": 1, "ne": 2, "lt": 2, "le": 2, "gt": 2, "ge": 2}
_LEAST = {**_MOST, "eq": 2, "and": 1, "or": 1}
_END = ("", ")")


def parse_expression(action: ActionItem, start: int) -> Expression:
    """Parses the expression of an action.

    Args:
        action: The action.
        start: The token at which the expression begins, 1 after `if`.

    Returns:
        The expression, which reaches to the end of the action.

    Raises:
        TemplateError: This is not an expression, or it uses a function or a value that routing templates do not have.
    """
    return _Parser(action, start).parse()


class _Parser:
    def __init__(self, action: ActionItem, start: int) -> None:
        self._place = action.place
        self._tokens = action.tokens
        self._at = start
        self._depth = 0

    def parse(self) -> Expression:
        first = self._tokens[self._at]
        if self._at and not first.spaced and first.text != "(":
            raise self._error(f"a space is missing before {first.text!r}")
        parsed = self._command()
        if self._text():
            raise self._error("a parenthesis is closed that is not open")
        return parsed

    def _text(self) -> str:
        return self._tokens[self._at].text

    def _command(self) -> Expression:
        """Parses a function with its arguments, or one operand. Stops before `)` or the end."""
        name = self._text()
        if name in _END:
            raise self._error("a value is missing")
        if not name[0].isalpha() and name[0] != "_":
            parsed = self._operand()
            if self._text() not in _END:
                raise self._error(f"{self._text()!r} stands after a value, which takes no arguments")
            return parsed
        if name not in FUNCTIONS:
            raise self._error(f"routing templates have no {name!r} here: they have {', '.join(FUNCTIONS)}")
        self._at += 1
        return self._index() if name == "index" else self._call(name)

    def _index(self) -> Expression:
        if self._text() != ".Weights" or not self._tokens[self._at].spaced:
            raise self._error("index takes .Weights and a version's position")
        self._at += 1
        versions = self._arguments()
        if len(versions) != 1:
            raise self._error(f"index takes .Weights and one version's position, not {len(versions)}")
        return Index(versions[0], self._place)

    def _call(self, name: str) -> Expression:
        arguments = self._arguments()
        least, most = _LEAST[name], _MOST.get(name)
        if len(arguments) < least or (most is not None and len(arguments) > most):
            wanted = f"{least}" if least == most else f"{least} or more"
            raise self._error(f"{name} takes {wanted} argument{'' if wanted == '1' else 's'}, not {len(arguments)}")
        return Call(name, arguments, self._place)

    def _arguments(self) -> tuple[Expression, ...]:
        arguments: list[Expression] = []
        while self._text() not in _END:
            if not self._tokens[self._at].spaced:
                raise self._error(f"a space is missing before {self._text()!r}")
            arguments.append(self._operand())
        return tuple(arguments)

    def _operand(self) -> Expression:
        text = self._text()
        if text == "(":
            return self._parenthesized()
        if text == ".Weights":
            raise self._error(".Weights stands only after index")
        if text[0] == "." or text[0].isalpha() or text[0] == "_":
            raise self._error(f"routing templates have no value {text!r}")
        self._at += 1
        return Number(self._number(text))

    def _parenthesized(self) -> Expression:
        if self._depth == _DEEPEST:
            raise self._error(f"more than {_DEEPEST} parentheses stand within one another")
        self._depth += 1
        self._at += 1
        parsed = self._command()
        if self._text() != ")":
            raise self._error("a parenthesis is not closed")
        self._at += 1
        self._depth -= 1
        return parsed

    def _number(self, text: str) -> int:
        if len(text) <= _LONGEST_NUMBER:
            digits = text.lstrip("+-").replace("_", "").lower()
            octal = digits.startswith("0") and digits.isdigit()
            value = int(digits, 8 if octal else 0)
            value = -value if text.startswith("-") else value
            if value in _INT:
                return value
        raise self._error("a number does not fit into 64 bits with a sign")

    def _error(self, reason: str) -> TemplateError:
        return TemplateError(self._place.line, self._place.action, reason)
