"""Draws the picture of the README: `python docs/pictures/overview.py DIRECTORY` writes it for light and for dark pages.

A file for each, since a page's own theme, unlike the browser's, reaches a picture only by the choice of the file.
"""

import sys
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

SANS = "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"
MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace"
WIDTH, HEIGHT = 880, 536

Box = tuple[float, float, float, float]
"""Left, top, width and height."""


@dataclass(frozen=True)
class Theme:
    """The colours of a page, and of what is on it: files, control, requests, versions."""

    panel: str
    card: str
    border: str
    text: str
    muted: str
    files: str
    control: str
    requests: str
    versions: str


THEMES = {
    "light": Theme("#f6f8fa", "#ffffff", "#d1d9e0", "#1f2328", "#59636e", "#0969da", "#8250df", "#bc4c00", "#1a7f37"),
    "dark": Theme("#151b23", "#0d1117", "#3d444d", "#f0f6fc", "#9198a1", "#4493f8", "#ab7df8", "#f0883e", "#3fb950"),
}


class Picture:
    """A picture in one theme; later parts lie on earlier ones."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.parts: list[str] = []

    def text(self, x: float, y: float, said: str, colour: str, *, style: str = "", anchor: str = "start") -> None:
        """Adds a line of text; `style` is a class of the style sheet."""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" fill="{colour}" text-anchor="{anchor}" class="{style}">{escape(said)}</text>'
        )

    def panel(self, y: float, height: float, title: str) -> None:
        """Adds a place, as wide as the picture."""
        theme = self.theme
        self.parts.append(
            f'<rect x="8" y="{y:g}" width="{WIDTH - 16}" height="{height:g}" rx="14" '
            f'fill="{theme.panel}" stroke="{theme.border}"/>'
        )
        self.text(32, y + 30, title, theme.muted, style="place")

    def card(self, box: Box, colour: str, title: str, *lines: str, mono: bool = False) -> None:
        """Adds a thing: a title in the colour of its kind, and what there is to say of it."""
        x, y, width, height = box
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="9" '
            f'fill="{self.theme.card}" stroke="{colour}" stroke-width="1.6"/>'
        )
        top = y + (height - 20 * len(lines)) / 2 + 5
        self.text(x + width / 2, top, title, colour, style="mono" if mono else "title", anchor="middle")
        for number, line in enumerate(lines, start=1):
            self.text(x + width / 2, top + 20 * number, line, self.theme.muted, style="note", anchor="middle")

    def arrow(self, colour: str, *points: tuple[float, float], width: float = 2, dashed: bool = False) -> None:
        """Adds an arrow through points; corners are round."""
        (x, y), *rest = points
        path = [f"M{x:g} {y:g}"]
        for (fx, fy), (tx, ty) in pairwise(rest):
            before = _towards((fx, fy), (x, y))
            after = _towards((fx, fy), (tx, ty))
            path.append(f"L{before[0]:g} {before[1]:g} Q{fx:g} {fy:g} {after[0]:g} {after[1]:g}")
            x, y = fx, fy
        (tx, ty) = rest[-1]
        angle = _towards((tx, ty), (x, y), by=9)
        path.append(f"L{angle[0]:g} {angle[1]:g}")
        dash = ' stroke-dasharray="2 5" stroke-linecap="round"' if dashed else ""
        self.parts.append(f'<path d="{" ".join(path)}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dash}/>')
        ux, uy = (tx - angle[0]) / 9, (ty - angle[1]) / 9
        left = (tx - 11 * ux - 5.5 * uy, ty - 11 * uy + 5.5 * ux)
        right = (tx - 11 * ux + 5.5 * uy, ty - 11 * uy - 5.5 * ux)
        self.parts.append(
            f'<path d="M{tx:g} {ty:g} L{left[0]:g} {left[1]:g} L{right[0]:g} {right[1]:g} Z" fill="{colour}"/>'
        )

    def svg(self) -> str:
        """Returns the picture as a document."""
        styles = {
            "place": f"font: 600 12px {SANS}; letter-spacing: 0.08em",
            "title": f"font: 600 15px {SANS}",
            "mono": f"font: 600 14px {MONO}",
            "note": f"font: 13px {SANS}",
            "does": f"font: 600 13px {SANS}",
            "command": f"font: 600 12.5px {MONO}",
        }
        sheet = " ".join(f".{name} {{ {style} }}" for name, style in styles.items())
        body = "\n".join(self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
            f'height="{HEIGHT}" role="img" aria-label="From values to the cluster, and the way of a request">\n'
            f"<style>{sheet}</style>\n{body}\n</svg>\n"
        )


def _towards(start: tuple[float, float], end: tuple[float, float], by: float = 12) -> tuple[float, float]:
    """The point that is so far from the start on the way to the end."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    return start[0] + (end[0] - start[0]) * by / length, start[1] + (end[1] - start[1]) * by / length


def overview(theme: Theme) -> str:
    """Draws what is made of what, and who does what in the cluster."""
    picture = Picture(theme)
    _machine(picture)
    _control(picture)
    _requests(picture)
    return picture.svg()


def _machine(picture: Picture) -> None:
    theme = picture.theme
    picture.panel(8, 146, "ON YOUR MACHINE")
    picture.card((32, 56, 226, 76), theme.files, "releases/shop.yaml", "versions, weights, strategy", mono=True)
    picture.arrow(theme.files, (258, 94), (350, 94))
    picture.text(302, 84, "make synth", theme.files, style="command", anchor="middle")
    picture.card((350, 56, 226, 76), theme.files, "dist/shop.k8s.yaml", "plain YAML: read, diff, commit", mono=True)
    picture.panel(178, 350, "IN THE CLUSTER")
    picture.arrow(theme.files, (576, 94), (744, 94), (744, 222))
    picture.text(656, 84, "kubectl apply", theme.files, style="command", anchor="middle")


def _control(picture: Picture) -> None:
    theme = picture.theme
    picture.card((640, 222, 208, 84), theme.files, "API server", "routemap, versions,", "weights, entry")
    picture.card((350, 222, 196, 84), theme.control, "Iter8 controller", "runs the routemap’s", "template")
    picture.arrow(theme.control, (640, 264), (546, 264))
    picture.text(593, 254, "watches", theme.control, style="does", anchor="middle")
    picture.card((32, 222, 226, 84), theme.control, "route", "a VirtualService: shares", "of the ready versions")
    picture.arrow(theme.control, (350, 264), (258, 264))
    picture.text(304, 254, "applies", theme.control, style="does", anchor="middle")


def _requests(picture: Picture) -> None:
    theme = picture.theme
    picture.card((32, 396, 92, 76), theme.requests, "callers")
    picture.arrow(theme.requests, (124, 434), (162, 434), width=3)
    picture.card((162, 396, 168, 76), theme.requests, "entry", "http://shop.default")
    picture.arrow(theme.requests, (330, 434), (368, 434), width=3)
    picture.card((368, 396, 160, 76), theme.requests, "gateway", "or sidecar")
    picture.arrow(theme.control, (145, 306), (145, 352), (448, 352), (448, 396), dashed=True)
    picture.text(296, 343, "says who gets which requests", theme.control, style="does", anchor="middle")
    for y, name, percent, width in ((366, "shop-v1", 90, 4.5), (442, "shop-v2", 10, 1.6)):
        picture.card((640, y, 208, 60), theme.versions, name, "ready", mono=True)
        leaves = 420 if y < 434 else 448
        picture.arrow(theme.requests, (528, leaves), (576, leaves), (576, y + 30), (640, y + 30), width=width)
        picture.text(606, y + (18 if y < 434 else 50), f"{percent} %", theme.requests, style="does", anchor="middle")
    picture.arrow(theme.versions, (744, 366), (744, 306), dashed=True)
    picture.text(756, 341, "ready or not", theme.versions, style="does")


def main(directory: Path) -> int:
    """Writes a file for each theme."""
    for name, theme in THEMES.items():
        (directory / f"overview-{name}.svg").write_text(overview(theme))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
