"""Parts of PromQL queries."""

import re
from collections.abc import Mapping, Sequence


def selector(metric: str, **matchers: str) -> str:
    """Returns a selector of time series by the whole values of labels.

    Args:
        metric: The metric's name.
        **matchers: The value of each label.

    Example:
        >>> selector("requests_total", app="hello-0")
        'requests_total{app="hello-0"}'
    """
    return _series(metric, _equal(matchers))


def matching(metric: str, label: str, pattern: str, **matchers: str) -> str:
    r"""Returns a selector in which the value of one label matches a regular expression as a whole.

    Example:
        >>> matching("requests_total", "app", literal("a|b") + "-[0-9]+", code="5xx")
        'requests_total{app=~"a\\\\|b-[0-9]+", code="5xx"}'
    """
    return _series(metric, [f"{label}=~{_quoted(pattern)}", *_equal(matchers)])


def literal(text: str) -> str:
    r"""Returns the regular expression (RE2, as Prometheus has it) that matches a text and nothing else.

    Example:
        >>> literal("outbound|80||hello.default")
        'outbound\\|80\\|\\|hello\\.default'
    """
    return re.sub(r"([\\.+*?()|\[\]{}^$])", r"\\\1", text)


def gained(counter: str, window: int) -> str:
    """Returns by how much each counter has grown in the last seconds, exactly.

    `increase()` extrapolates, and does not count the first value of a counter. A candidate that fails from its first
    request on has a counter of errors that begins at more than 0, so its first errors would be missed.

    Args:
        counter: A selector.
        window: Seconds, at least 1; the window should hold a scrape or more.

    Returns:
        A query. A counter that has begun, or begun anew, in the window counts from 0. One that has ended in the window
        counts with its last value. What a counter has gained before it began anew in the window is lost.

    Example:
        >>> gained("answers", 60)
        '((last_over_time(answers[60s]) - (answers offset 60s) >= 0) or last_over_time(answers[60s]))'
    """
    if window < 1:
        raise ValueError(f"window: {window} is not a number of seconds (an integer from 1)")
    last = f"last_over_time({counter}[{window}s])"
    return f"(({last} - ({counter} offset {window}s) >= 0) or {last})"


def _series(metric: str, matchers: Sequence[str]) -> str:
    return f"{metric}{{{', '.join(matchers)}}}"


def _equal(matchers: Mapping[str, str]) -> list[str]:
    return [f"{label}={_quoted(value)}" for label, value in matchers.items()]


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
