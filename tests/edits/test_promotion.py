import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8.edits.document import Document
from cdk8s_iter8.edits.edit import edited
from cdk8s_iter8.edits.promotion import Promotion, runs_the_same
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.edited import blue_green, canary, done, named, refused, written
from tests.support.generators.values_files import ValuesFile, values_files

ROOT = Path(__file__).parents[2]
KSVC = (ROOT / "releases" / "hello.yaml").read_text()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("promotion")


@settings(max_examples=40)
@given(values=values_files(strategies=("blue-green", "mirror")), data=st.data())
def test_promoted_until_one_version_is_left_it_runs_what_the_candidate_ran(
    values: ValuesFile, data: st.DataObject, place: Path
) -> None:
    name = data.draw(st.sampled_from(values.names))
    promotion, file = Promotion(name), written(values.text, place)
    try:
        change = edited(file, promotion)
    except ValuesError as error:
        assert len(values.names) == 1 or name == values.names[0] or "has weight 0" in str(error)  # noqa: PT017
        return
    wanted = _running(values.text, values.names.index(name))
    while len(change.release.version_names()) > 1:
        assert change.said.startswith("step 1 of 2")
        assert _comments_beside_the_primary(change.after) == _comments_beside_the_primary(values.text)
        change = edited(written(change.after, place), promotion)
    assert _running(change.after, 0) == wanted
    assert change.release.version_names() == (name if "-v" in name else values.names[0],)
    assert change.release.values.application.versions[0].weight > 0 or "mirror" in values.text


def _running(text: str, index: int) -> object:
    data: object = Document.of(text).data
    for step in ("application", "versions", index):
        data = data[step]  # type: ignore[index]
    assert isinstance(data, dict)
    return {key: data.get(key) for key in ("image", "ksvcSpecification")}


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


def _comments_beside_the_primary(text: str) -> list[str]:
    """What the primary runs is replaced, with the comments inside; all others stay."""
    before, key, versions = re.split(r"(\n *versions:[^\n]*)", text, maxsplit=1)
    first = re.search(r"^ *- ", versions, re.MULTILINE)
    if not first:  # a list in one line has no comment inside
        return _comments(text)
    _, _, rest = versions[first.end() :].partition(f"\n{first[0]}")
    return _comments(before + key + versions[: first.start()] + f"\n{rest}")


def test_a_version_with_a_name_stays_and_the_others_go(tmp_path: Path) -> None:
    change = done(named("    weight: 90\n", "    weight: 10\n"), Promotion(), tmp_path)
    assert change.after == named("", "    weight: 100\n").replace(named("").partition("versions:\n")[2], "")
    assert change.said == "hello-v2: the primary; gone: hello-v1"


def test_named_after_positions_first_the_specification_then_the_candidate_goes(tmp_path: Path) -> None:
    first = done(KSVC, Promotion(), tmp_path)
    assert first.after == KSVC.replace('"v1"', '"v2"')
    assert first.said == (
        "step 1 of 2, hello-0: runs what hello-1 runs.\n"
        "When this is applied and hello-0 is ready, run promote again to take the others out."
    )
    second = done(first.after, Promotion(), tmp_path)
    head, _, rest = KSVC.replace('"v1"', '"v2"').partition("    weight: 30\n")
    assert second.after == f"{head}    weight: 100\n{rest[rest.index('  strategy:') :]}"
    assert second.said == "step 2 of 2, hello-0 runs what hello-1 ran; gone: hello-1"


def test_between_the_steps_only_names_weights_and_matches_differ(tmp_path: Path) -> None:
    text = KSVC.replace("  - ksvc", "  - metadata: {labels: {v: one}}\n    ksvc", 1)
    text = text.replace("    weight: 70\n", "    weight: 70\n    metadata: {labels: {v: two}, annotations: {a: b}}\n")
    first = done(text, Promotion(), tmp_path)
    primary = first.release.values.application.versions[0].metadata
    assert (primary.name, primary.labels, primary.annotations) == (None, {"v": "two"}, {"a": "b"})
    assert runs_the_same(Document.of(first.after), 1)


def test_what_the_primary_had_beside_it_goes(tmp_path: Path) -> None:
    text = blue_green(1, 1).replace("    weight: 1\n", "    port: 8080 # own\n    weight: 1\n", 1)
    assert done(text, Promotion(), tmp_path).after == blue_green(1, 1).replace("hello:0", "hello:1")


def test_from_an_image_to_a_specification(tmp_path: Path) -> None:
    text = blue_green(1, 1).replace(
        "image: example/hello:1", "ksvcSpecification: {spec: {template: {spec: {containers: [{image: cc}]}}}}"
    )
    change = done(text, Promotion(), tmp_path)
    assert change.release.values.application.versions[0].image is None
    assert done(change.after, Promotion(), tmp_path).release.version_names() == ("hello-0",)


def test_a_candidate_without_weight_would_not_answer_meanwhile(tmp_path: Path) -> None:
    assert refused(blue_green(1, 0), Promotion(), tmp_path) == (
        "hello.yaml:8: application.versions[1].weight: 'hello-1' has weight 0, so it would not answer while 'hello-0' "
        "rolls out; give it weight first, such as hello-1=50"
    )


@pytest.mark.parametrize("strategy", ["canary", "mirror", "none"])
def test_other_strategies_in_the_same_steps(tmp_path: Path, strategy: str) -> None:
    match = "{headers: {a: {exact: b}}}"
    text = canary(match).replace("canary", strategy)
    text = text if strategy == "canary" else text.replace(f"    match:\n    - {match}\n", "")
    first = done(text, Promotion(), tmp_path)
    assert first.after == text.replace("hello:0", "hello:1")
    assert done(first.after, Promotion(), tmp_path).release.version_names() == ("hello-0",)


def test_a_promoted_canary_has_no_match(tmp_path: Path) -> None:
    text = named("", "    match:\n    - headers: {a: {exact: b}}\n", strategy="canary")
    change = done(text, Promotion("hello-v2"), tmp_path)
    assert change.after == named("", "", strategy="canary").replace(named("").partition("versions:\n")[2], "")


def test_of_several_candidates_one_is_named(tmp_path: Path) -> None:
    assert refused(blue_green(1, 1, 1), Promotion(), tmp_path) == (
        "hello.yaml:4: application.versions: has several candidates; name one of hello-1, hello-2"
    )
    first = done(blue_green(1, 1, 1), Promotion("hello-2"), tmp_path)
    assert first.after == blue_green(1, 1, 1).replace("hello:0", "hello:2")
    assert (
        done(first.after, Promotion(), tmp_path).said
        == "step 2 of 2, hello-0 runs what hello-2 ran; gone: hello-1, hello-2"
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("hello-0", "hello.yaml:5: application.versions[0]: 'hello-0' is the primary already"),
        ("hello", ("hello.yaml:4: application.versions: 'hello' is not a version of hello; did you mean 'hello-1'? "
         "(its versions: hello-0, hello-1)")),
    ],
)  # fmt: skip
def test_a_version_that_is_no_candidate(tmp_path: Path, name: str, why: str) -> None:
    assert refused(blue_green(1, 1), Promotion(name), tmp_path) == why


def test_an_only_version(tmp_path: Path) -> None:
    assert refused(blue_green(1), Promotion(), tmp_path) == (
        "hello.yaml:4: application.versions: 'hello-0' is the only version, so there is nothing to promote"
    )


def test_anchors_of_what_goes_are_written_out(tmp_path: Path) -> None:
    spec = "    ksvcSpecification:\n      spec:\n        template:\n          spec:\n            containers:\n"
    head = "environment: knative-istio\napplication:\n  strategy: blue-green\n  versions:\n"
    text = (
        f"{head}  - &one\n    metadata: {{name: hello-v1}}\n{spec}            - image: aa\n"
        '              env: &env\n              - {name: X, value: "1"}\n    weight: 90\n'
        f"  - <<: *one # like it\n    metadata: {{name: hello-v2}} # two\n{spec}            - image: bb\n"
        "              env: *env # shared\n"
    )
    assert done(text, Promotion("hello-v2"), tmp_path).after == (
        f"{head}  - metadata: {{name: hello-v2}} # two\n{spec}            - image: bb\n              env:\n"
        '              - {name: X, value: "1"} # shared\n    weight: 180\n'
    )
