"""Values files as people write them: comments, quotes, anchors, lists on one line, any ends of lines."""

from dataclasses import dataclass

from hypothesis import strategies as st

_IMAGES = st.sampled_from(
    ["example/hello:1", "'example/hello:2'", '"example/hello:3"', "ghcr.io/a/b@sha256:" + "0" * 64]
)
_BEHIND = st.sampled_from(["", "", "", " # why: so", "   # 'quoted' - and {so} on: *it is*", " #"])
_BETWEEN = st.sampled_from(
    [(), (), (), ("# a comment",), ("",), ("", "      # deep - a: b", ""), ("#: [x", "# weight: 3")]
)
_SHARED = (
    "env: &env",
    "- name: TARGET",
    '  value: "v1"',
    "- name: TEXT",
    "  value: |",
    "    one",
    "",
    "    two # no comment",
)


@dataclass(frozen=True)
class ValuesFile:
    """A values file.

    Attributes:
        text: Its text.
        names: The versions' names.
        weights: Their weights as they are written; None: not.
    """

    text: str
    names: tuple[str, ...]
    weights: tuple[int | None, ...]


@st.composite
def values_files(draw: st.DrawFn, *, strategies: tuple[str, ...] = ("blue-green",), versions: int = 4) -> ValuesFile:
    """A release named hello, of one or more versions."""
    count = draw(st.integers(1, versions))
    own = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    names = tuple(f"hello-v{index + 1}" if named else f"hello-{index}" for index, named in enumerate(own))
    weights = tuple(draw(st.one_of(st.none(), st.integers(0, 100))) for _ in names)
    lines = draw(st.sampled_from([[], ["---"], ["# yaml-language-server: $schema=x", "---"], ["%YAML 1.2", "---"]]))
    lines = [*lines, f"environment: knative-istio{draw(_BEHIND)}", *draw(_BETWEEN), f"application:{draw(_BEHIND)}"]
    strategy = f"  strategy: {draw(st.sampled_from(strategies))}{draw(_BEHIND)}"
    first = draw(st.booleans())
    lines += [strategy, *draw(_BETWEEN)] if first else []
    deeper = draw(st.sampled_from(["  ", "    "]))
    one_line = draw(st.booleans()) and draw(st.booleans())
    written = [
        draw(_version(name if own[index] else None, weights[index], index, one_line=one_line))
        for index, name in enumerate(names)
    ]
    if one_line:
        lines += [f"  versions: [{', '.join(version[0] for version in written)}]{draw(_BEHIND)}"]
    else:
        lines.append(f"  versions:{draw(_BEHIND)}")
        for version in written:
            lines += draw(_BETWEEN)
            lines += [
                f"{deeper}{'  ' if index else '- '}{line}" if line else line for index, line in enumerate(version)
            ]
    lines += [*draw(_BETWEEN)] if first else [*draw(_BETWEEN), strategy]
    lines += draw(_BETWEEN)
    lines += draw(st.sampled_from([[], [], ["..."]]))
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "\n", "", "\n\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))
    return ValuesFile(draw(st.sampled_from(["", "", "\ufeff"])) + text, names, weights)


@st.composite
def _version(draw: st.DrawFn, name: str | None, weight: int | None, index: int, *, one_line: bool) -> list[str]:
    """The lines of a version, without the list's dash and indentation."""
    if one_line or (draw(st.booleans()) and draw(st.booleans())):
        parts = [*([f"metadata: {{name: {name}}}"] if name else []), f"image: {draw(_IMAGES)}"]
        parts += [f"weight: {weight}"] if weight is not None else []
        return [f"{{{', '.join(parts)}}}" + ("" if one_line else draw(_BEHIND))]
    groups: list[list[str]] = []
    if name:
        short = draw(st.booleans())
        groups.append(
            [f"metadata: {{name: {name}}}{draw(_BEHIND)}"]
            if short
            else ["metadata:" + draw(_BEHIND), f"  name: {name}{draw(_BEHIND)}", "  labels: {team: 'greeters'}"]
        )
    groups.append(draw(_running(index)))
    if weight is not None:
        groups.append([f"weight: {weight}{draw(_BEHIND)}"])
    groups = draw(st.permutations(groups))
    lines: list[str] = []
    for group in groups:
        between = [f"  {line}".rstrip() if line else line for line in draw(_BETWEEN)] if lines else []
        lines += [*between, *group]
    return lines


@st.composite
def _running(draw: st.DrawFn, index: int) -> list[str]:
    """The lines of what a version runs."""
    if draw(st.booleans()):
        return [f"image: {draw(_IMAGES)}{draw(_BEHIND)}"]
    env = (
        [f"  {line}" if line else line for line in _SHARED]
        if draw(st.booleans())
        else [f'  env: [{{name: A, value: "{index}"}}]']
    )
    env = [line.replace("&env", f"&env{index}") for line in env]
    containers = [f"- image: {draw(_IMAGES)}{draw(_BEHIND)}", *env, "  ports: [{containerPort: 8080}]"]
    return [
        "ksvcSpecification:",
        "  spec:",
        "    template:" + draw(_BEHIND),
        "      spec:",
        "        containers:",
        *(f"        {line}" if line else line for line in containers),
    ]
