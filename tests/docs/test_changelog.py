"""CHANGELOG.md: its newest version is the project's, which stands in pyproject.toml alone."""

import re
import tomllib
from importlib.metadata import version

from tests.support.documents import ROOT

TEXT = (ROOT / "CHANGELOG.md").read_text()
VERSIONS = re.findall(r"^## \[(.+)\] - (.+)$", TEXT, re.MULTILINE)


def test_the_newest_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert VERSIONS[0][0] == project == version("cdk8s-iter8")


def test_a_version_has_a_date_unless_it_is_the_next_one() -> None:
    dates = [date for _, date in VERSIONS]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in dates[1:])
    assert dates[0] == "Unreleased" or re.fullmatch(r"\d{4}-\d\d-\d\d", dates[0])


def test_its_sections_are_those_of_keep_a_changelog() -> None:
    sections = set(re.findall(r"^### (.+)$", TEXT, re.MULTILINE))
    assert sections <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
