"""What decides the output of synthesis, as digests."""

from pathlib import Path

from cdk8s_iter8.app.digests import digest, digest_of, project_parts


def test_a_file_that_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert (digest_of(tmp_path / "a"), digest_of(tmp_path / "b")) == (digest(b"x"), "")


def test_every_part_counts_and_where_it_ends() -> None:
    assert len({digest(b"ab"), digest(b"a", b"b"), digest(b"b", b"a"), digest(b"ab", b"")}) == 4


def test_the_packages_that_decide_are_in_the_key() -> None:
    parts = b"\n".join(project_parts()).decode()
    for expected in (
        "cdk8s-2",
        "cdk8s_plus_27-2",
        "jsii-1",
        "pydantic-2",
        "nodejs",
        "app/changed.py",
        "serving/__init__.py",
    ):
        assert expected in parts
