"""The error of a routing template that cannot be executed."""

_LONGEST = 80


class TemplateError(ValueError):
    """A routing template cannot be executed: it is wrong, or it uses more than this project understands.

    Attributes:
        line: The line of the template, from 1.
        action: The text of the action, such as `{{ index .Weights 2 }}`, or the text that is wrong.
        reason: What is wrong.

    Example:
        >>> print(TemplateError(3, "{{ index .Weights 2 }}", "there is no version 2"))
        line 3: {{ index .Weights 2 }}: there is no version 2
    """

    def __init__(self, line: int, action: str, reason: str) -> None:
        super().__init__(line, action, reason)
        self.line = line
        self.action = action
        self.reason = reason

    def __str__(self) -> str:
        action = " ".join(self.action[: _LONGEST + 1].split())
        text = action if len(self.action) <= _LONGEST else f"{action[:_LONGEST]}…"
        printable = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
        return f"line {self.line}: {printable}: {self.reason}"
