"""Clauses as Gateway API's HTTPRouteMatch: writes them, reports unsupported conditions, and ranks them."""

import re
from collections.abc import Iterator

from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.match import Match, StringMatch, Strings
from cdk8s_iter8.validation.problem import Problem, as_text

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH")
MOST_CONDITIONS = 16
LONGEST_HEADER, LONGEST_QUERY, LONGEST_PATH = 4096, 1024, 1024

_PATH_TYPES = {"exact": "Exact", "below": "PathPrefix", "regex": "RegularExpression"}


def http_route_match(match: Match) -> dict[str, Node]:
    """Writes a clause as an HTTPRouteMatch.

    Example:
        >>> http_route_match(Match(headers={"traffic": StringMatch("exact", "test")}))
        {'headers': [{'name': 'traffic', 'value': 'test'}]}
    """
    result: dict[str, Node] = {}
    if match.uri:
        result["path"] = {"type": _PATH_TYPES[match.uri.kind], "value": match.uri.value}
    headers = {**match.headers, **({"cookie": match_cookie(*match.cookie)} if match.cookie else {})}
    if headers:
        result["headers"] = _strings(headers)
    if match.query_params:
        result["queryParams"] = _strings(match.query_params)
    if match.method:
        result["method"] = match.method.value
    return result


def _strings(strings: Strings) -> list[Node]:
    return [{"name": name, **_comparison(string)} for name, string in strings.items()]


def _comparison(string: StringMatch | None) -> dict[str, str]:
    match string:
        case None:
            return {"type": "RegularExpression", "value": ".*"}
        case StringMatch("exact", value):
            return {"value": value}
        case StringMatch("prefix", value):
            return {"type": "RegularExpression", "value": f"^{re.escape(value)}.*$"}
        case _:
            return {"type": "RegularExpression", "value": string.value}


def match_cookie(name: str, value: str) -> StringMatch:
    """Returns the match of one cookie in the request header ``cookie``, which may hold other cookies, too.

    The expression is anchored, because Gateway API does not say whether it must match the whole header.

    Example:
        >>> bool(re.search(match_cookie("app", "hello-1").value, "a=b; app=hello-1"))
        True
        >>> bool(re.search(match_cookie("app", "hello-1").value, "app=hello-10"))
        False
    """
    return StringMatch("regex", rf"^(.*;\s*)?{re.escape(name)}={re.escape(value)}(\s*;.*)?$")


def specificity(match: Match) -> tuple[int, ...]:
    """Returns how specific a clause is. Of the clauses that a request meets, the most specific takes the request.

    Source: HTTPRouteRule.matches. Gateway API does not rank regular expressions of paths; here they come last, as with
    Istio.
    """
    path = match.uri or StringMatch("below", "/")
    length = len(path.value.rstrip("/")) if path.kind == "below" else len(path.value)
    rank = {"regex": 0, "below": 1, "prefix": 1, "exact": 2}[path.kind]
    headers = len(match.headers) + (match.cookie is not None)
    return (rank, length, match.method is not None, headers, len(match.query_params))


def unsupported_conditions(match: Match) -> Iterator[Problem]:
    """Yields problems of conditions that an HTTPRouteMatch does not support, or that are too many or too long for it.

    Args:
        match: The clause; paths of problems have the keys of Istio's HTTPMatchRequest, as in values.
    """
    for key, value in (
        ("withoutHeaders", match.without_headers),
        ("scheme", match.scheme),
        ("authority", match.authority),
        ("port", match.port),
        ("sourceLabels", match.source_labels),
        ("sourceNamespace", match.source_namespace),
        ("gateways", match.gateways),
        ("ignoreUriCase", match.ignore_uri_case),
        ("name", match.name),
        ("statPrefix", match.stat_prefix),
    ):
        if value:
            yield Problem((key,), "is not possible with Gateway API, which matches path, method, headers and query")
    if match.method and (match.method.kind != "exact" or match.method.value not in METHODS):
        text = f"'{match.method}' is not possible with Gateway API: exact, and one of {', '.join(METHODS)}"
        yield Problem(("method",), text)
    yield from _unsupported_path(match.uri)
    yield from _unsupported_size("headers", match.headers, LONGEST_HEADER)
    yield from _unsupported_size("queryParams", match.query_params, LONGEST_QUERY)


def _unsupported_path(path: StringMatch | None) -> Iterator[Problem]:
    if path and path.kind == "prefix":
        text = (
            f"{as_text(path.value)} is not possible with Gateway API, whose PathPrefix compares whole parts of a path: "
            "use matches, with path: {type: PathPrefix, …}"
        )
        yield Problem(("uri", "prefix"), text)
    elif path:
        yield from (Problem(("uri", path.kind), text) for text in path_problems(path))


def _unsupported_size(key: str, strings: Strings, longest: int) -> Iterator[Problem]:
    if len(strings) > MOST_CONDITIONS:
        text = f"has {len(strings)} conditions, at most {MOST_CONDITIONS} are possible with Gateway API"
        yield Problem((key,), text)
    for name, string in strings.items():
        if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
            text = "is not possible with Gateway API: letters, digits and !#$%&'*+-.^_`|~"
            yield Problem((key, name), text)
        length = len(_comparison(string)["value"])
        if length > longest:
            yield Problem((key, name), f"has {length} characters, at most {longest} are possible with Gateway API")


def path_problems(path: StringMatch) -> Iterator[str]:
    """Yields the reasons why Gateway API refuses the path of a match (HTTPPathMatch).

    Args:
        path: The path, and how it is compared.
    """
    value = path.value
    if len(value) > LONGEST_PATH:
        yield f"{as_text(value)} has {len(value)} characters, at most {LONGEST_PATH} are possible"
    if path.kind == "regex":
        return
    refused = [part for part in ("//", "/./", "/../", "%2f", "%2F", "#") if part in value]
    refused += [end for end in ("/.", "/..") if value.endswith(end)]
    if not value.startswith("/"):
        yield f"{as_text(value)} does not start with '/'"
    elif refused:
        yield f"{as_text(value)} has '{refused[0]}', which is not possible in a path that is compared"
    elif not re.fullmatch(r"(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+", value):
        yield f"{as_text(value)} is not the path of a URL: write other characters as %HH"
