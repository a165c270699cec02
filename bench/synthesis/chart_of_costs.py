"""Draws what a release costs by the number of releases, as SVG for light and for dark pages."""

import math
from collections.abc import Mapping, Sequence
from html import escape

from bench.synthesis.figures import Figures, rendered

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 380, 88, 150, 44, 44
COLOURS = {"template": "#1a7f37", "synth": "#0969da", "helm template": "#bc4c00"}
FONT = "font-family='-apple-system, Segoe UI, Noto Sans, Helvetica, Arial, sans-serif' font-size='13'"
Point = tuple[int, float]


def drawn(figures: Figures) -> str:
    """Returns the figure: milliseconds for each release, both axes logarithmic.

    Args:
        figures: What was measured.
    """
    lines: Mapping[str, Sequence[Point]] = {
        program: [(count, figures.seconds(program, count) / rendered(program, count) * 1000) for count in counts]
        for program, counts in figures.runs.items()
    }
    points = [point for each in lines.values() for point in each]
    bounds = (
        (min(x for x, _ in points), max(2, *(x for x, _ in points))),
        (
            10 ** math.floor(math.log10(min(y for _, y in points))),
            10 ** math.ceil(math.log10(max(y for _, y in points))),
        ),
    )
    parts = [*_grid(bounds), *(part for name, line in lines.items() for part in _line(name, line, bounds))]
    style = "text,path{fill:#59636e} @media (prefers-color-scheme: dark){text{fill:#9198a1}}"
    title = "Milliseconds for each release, by the number of releases"
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' role='img' {FONT}>"
        f"<title>{title}</title><style>{style}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _place(point: Point, bounds: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float]:
    across, up = (
        math.log10(value / least) / math.log10(most / least) for value, (least, most) in zip(point, bounds, strict=True)
    )
    return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)


def _grid(bounds: tuple[tuple[float, float], tuple[float, float]]) -> list[str]:
    (least, most), (low, high) = bounds
    parts = []
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        _, y = _place((int(least), 10**power), bounds)
        parts.append(
            f"<line x1='{LEFT}' x2='{WIDTH - RIGHT}' y1='{y:.1f}' y2='{y:.1f}' stroke='#8c959f' opacity='.4'/>"
        )
        parts.append(f"<text x='{LEFT - 8}' y='{y + 4:.1f}' text-anchor='end'>{10**power:,g} ms</text>")
    for power in range(round(math.log10(most)) + 1):
        x, _ = _place((10**power, low), bounds)
        parts.append(f"<text x='{x:.1f}' y='{HEIGHT - BOTTOM + 20}' text-anchor='middle'>{10**power:,}</text>")
    middle = (LEFT + WIDTH - RIGHT) / 2
    return [
        *parts,
        f"<text x='{LEFT}' y='18'>time for each release</text>",
        f"<text x='{middle}' y='{HEIGHT - 6}' text-anchor='middle'>releases in one run</text>",
    ]


def _line(name: str, line: Sequence[Point], bounds: tuple[tuple[float, float], tuple[float, float]]) -> list[str]:
    colour, places = COLOURS[name], [_place(point, bounds) for point in line]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = [f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3' fill='{colour}'/>" for x, y in places]
    x, y = places[-1]
    label = f"<text x='{x + 10:.1f}' y='{y + 4:.1f}' style='fill:{colour}'>{escape(name)}</text>"
    return [f"<polyline points='{path}' fill='none' stroke='{colour}' stroke-width='2'/>", *dots, label]
