"""YAML as people write it: blocks and lists on one line mixed, quotes, comments, blank lines."""

from hypothesis import strategies as st

_SCALARS = ["1", "-3", "0.5", "true", "null", "~", "a", "a b", "'a: b'", '"x\\ty"', "'it''s'", '"#"', "0x1F", "''", "ä"]
_KEYS = st.lists(st.sampled_from(["a", "b", "c", "'d e'", '"f"', "g-h", "i.j/k"]), min_size=1, max_size=3, unique=True)
_BEHIND = st.sampled_from(["", "", "", " # x: [y", "  #", " "])
_BETWEEN = st.sampled_from([(), (), (), ("",), ("# - a: b",), ("      # deep",), ("", "# z", "")])
_BLOCKS = (["|", "  one", "", "   two # no comment"], [">-", "  one", "  two"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document whose top is a mapping in block style."""
    lines = [*draw(_BETWEEN), *draw(_mapping(3)), *draw(_BETWEEN)]
    lines = [*draw(st.sampled_from([[], ["---"], ["# top", "--- # start"]])), *lines]
    # A text after | or > that ends with the file has no end of line: any line behind it would change it.
    ends = ["\n", "\n\n", "\n...\n"] if any(style in "\n".join(lines) for style in "|>") else ["\n", "", "\n...\n"]
    text = "\n".join(lines) + draw(st.sampled_from(ends))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@st.composite
def _mapping(draw: st.DrawFn, depth: int) -> list[str]:
    lines: list[str] = []
    for key in draw(_KEYS):
        lines += draw(_BETWEEN) if lines else []
        lines += draw(_holder(f"{key}:", depth))
    return lines


@st.composite
def _sequence(draw: st.DrawFn, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(_BETWEEN) if lines else []
        if depth and draw(st.booleans()):
            first, *rest = draw(_mapping(depth - 1) | _sequence(depth - 1))
            lines += [f"- {first}", *(f"  {line}" if line else line for line in rest)]
        else:
            lines += draw(_holder("-", depth))
    return lines


@st.composite
def _holder(draw: st.DrawFn, head: str, depth: int) -> list[str]:
    """What holds a value: a key with its colon, or a dash."""
    kind = draw(st.sampled_from(["scalar", "scalar", "nothing", "flow", "text", "mapping", "sequence"]))
    if kind == "nothing":
        return [head + draw(_BEHIND)]
    if kind == "text":
        first, *rest = draw(st.sampled_from(_BLOCKS))
        return [f"{head} {first}", *rest]
    if kind == "scalar" or not depth:
        return [f"{head} {draw(st.sampled_from(_SCALARS))}{draw(_BEHIND)}"]
    if kind == "flow":
        return [f"{head} {draw(_flow(2))}{draw(_BEHIND)}"]
    deeper = "  " if kind == "mapping" or head == "-" or draw(st.booleans()) else ""
    inside = draw(_mapping(depth - 1) if kind == "mapping" else _sequence(depth - 1))
    between = draw(_BETWEEN)
    return [head + draw(_BEHIND), *between, *(f"{deeper}{line}" if line else line for line in inside)]


@st.composite
def _flow(draw: st.DrawFn, depth: int) -> str:
    def value() -> str:
        return draw(_flow(depth - 1)) if depth and draw(st.booleans()) else draw(st.sampled_from(_SCALARS))

    blank = draw(st.sampled_from(["", " "]))
    if draw(st.booleans()):
        pairs = [f"{key}: {value()}" for key in draw(_KEYS)] if draw(st.booleans()) or depth else []
        return f"{{{blank}{', '.join(pairs)}{blank}}}"
    items = [value() for _ in range(draw(st.integers(0, 3)))]
    comma = draw(st.sampled_from(["", ","])) if items else ""
    return f"[{blank}{', '.join(items)}{comma}{blank}]"
