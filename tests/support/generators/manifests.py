"""Kubernetes objects as plain data, with odd strings, keys and numbers in odd places."""

from typing import Any

from hypothesis import strategies as st

from tests.support.generators.text import strings

Json = dict[str, Any]

# What the rules of quoting and of blocks turn on, close together.
_PARTS = ("a", "b", "0", "1", "7", "_", "o", "x", "b", "e", "E", "+", "-", ".", ":", "#", " ", "  ", "\t", "\n", "\n\n")
_MORE = ("'", '"', "{", "[", "&", "*", "!", "?", ",", "|", "%", "@", "\\", "\r", "\0", "\x85", "\u2028", "\ufeff", "=")
_WORDS = ("yes", "on", "null", "~", "<<", "---", "- ", "? ", ": ", " #", "a" * 40, "b" * 1020, "é", "\U0001f600")
_dense = st.lists(st.sampled_from((*_PARTS, *_PARTS, *_MORE, *_WORDS)), max_size=12).map("".join)
_numeric = st.text(st.sampled_from("0123456789_+-.eEx:tTZ "), min_size=1, max_size=12)
_lines = st.lists(
    st.sampled_from(("", " ", "  ", "\t", "a", " a", "a ", "a: b", "- a", '"', "'", "#")), max_size=6
).map("\n".join)
_halves = st.text(st.characters(categories=["Cs", "Cc", "L"]), max_size=6)


def _text(text: str) -> str:
    """The text with each pair of surrogates as the character that the pair is."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


texts = st.one_of(strings, _dense, _numeric, _lines, _halves).map(_text)
"""Strings, also such as are no Unicode text: halves of surrogate pairs."""

_indices = st.sampled_from(("0", "1", "10", "2", "01", "00", "-1", "4294967294", "4294967295", "9" * 12, "²"))
# Names that JavaScript objects have already; values with such keys are refused.
keys = (texts | _indices).filter(lambda key: key not in ("__proto__", "constructor"))

numbers = st.one_of(
    st.integers(-(2**60), 2**60),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.builds(
        lambda digits, exponent: float(f"{digits}e{exponent}"), st.integers(-(10**4), 10**4), st.integers(-25, 25)
    ),
)
_leaves: st.SearchStrategy[Any] = texts | numbers | st.sampled_from((None, True, False, {}, []))
data = st.recursive(
    _leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)
"""Plain data of any shape, without the numbers that JSON does not have."""


@st.composite
def manifests(draw: st.DrawFn) -> Json:
    """An object of any kind, its keys in any order."""
    metadata = {
        "name": draw(texts),
        **draw(st.dictionaries(st.sampled_from(("managedFields", "generation", "selfLink")), data)),
        **draw(st.fixed_dictionaries({}, optional={"labels": _named, "annotations": _named, "namespace": texts})),
        **draw(st.fixed_dictionaries({}, optional={"finalizers": st.lists(texts, max_size=2)})),
    }
    whole = {
        "metadata": metadata,
        "apiVersion": draw(texts.filter(lambda text: text.count("/") < 2)),
        "kind": draw(texts.filter(bool)),
        **draw(st.dictionaries(st.sampled_from(("spec", "data", "stringData", "rules", "Aspect", "zone")), data)),
    }
    return dict(draw(st.permutations(list(whole.items()))))


_named = st.dictionaries(keys, texts | st.none(), max_size=3)
