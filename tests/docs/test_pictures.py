"""The picture of the README can be read in both themes, and says what the README says."""

import re
import runpy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
README = (ROOT / "README.md").read_text()
SCRIPT: dict[str, Any] = runpy.run_path(str(PICTURES / "overview.py"))
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@THEMES
def test_every_text_has_the_contrast_that_wcag_asks_for(theme: str) -> None:
    colours = SCRIPT["THEMES"][theme]
    for text in (colours.text, colours.muted, colours.files, colours.control, colours.requests, colours.versions):
        for ground in (colours.card, colours.panel):
            light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{text} on {ground}"


@THEMES
def test_it_is_well_formed_and_nothing_of_it_comes_from_elsewhere(theme: str) -> None:
    text = (PICTURES / f"overview-{theme}.svg").read_text()
    assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314
    assert re.findall(r"https?://[^\s\"<]+", text) == ["http://www.w3.org/2000/svg", "http://shop.default"]


def test_the_readme_shows_it_to_both_and_has_words_for_those_who_do_not_see_it() -> None:
    assert 'media="(prefers-color-scheme: dark)" srcset="docs/pictures/overview-dark.svg"' in README
    assert '<img src="docs/pictures/overview-light.svg" alt="' in README


@pytest.mark.parametrize(
    "said", ["make synth", "kubectl apply", "dist/shop.k8s.yaml", "http://shop.default", "shop-v1", "shop-v2"]
)
def test_what_it_names_is_what_the_readme_names(said: str) -> None:
    assert said in (PICTURES / "overview-light.svg").read_text()
    assert said in README
