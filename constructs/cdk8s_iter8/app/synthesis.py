"""Synthesizes charts from manifests, in apps of a bounded number of charts."""

import pathlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from cdk8s_iter8.manifests.manifest import Manifest

ChartOf: TypeAlias = tuple[str, Sequence[Manifest]]
"""A chart as data: its id, for which its file is named, and its objects."""

MOST_CHARTS = 25
"""The most charts of one app: cdk8s looks at the whole app for each of its charts, see docs/upstream-cdk8s-synth.md."""


def synthesize(charts: Iterable[ChartOf], directory: pathlib.Path) -> None:
    """Writes ``ID.k8s.yaml`` for each chart. The files are the same as those of one app with all charts.

    Args:
        charts: The charts, none of which depends on another.
        directory: Where the files are written.

    Raises:
        RuntimeError: cdk8s cannot write a chart.
    """
    for few in sliced(charts):
        _synthesize_app(few, directory)


def sliced(charts: Iterable[ChartOf]) -> Iterator[list[ChartOf]]:
    """Yields the charts in slices, one for an app each.

    Example:
        >>> [len(few) for few in sliced((f"app{number}", []) for number in range(60))]
        [25, 25, 10]
    """
    rest = iter(charts)
    while few := list(islice(rest, MOST_CHARTS)):
        yield few


def _synthesize_app(charts: Iterable[ChartOf], directory: pathlib.Path) -> None:
    from cdk8s import App, Chart

    from cdk8s_iter8.objects.duplicates import note_app
    from cdk8s_iter8.objects.typed import add_manifests

    app = App(outdir=str(directory))
    for name, manifests in charts:
        chart = Chart(app, name)
        note_app(chart, app)
        add_manifests(chart, manifests)
    app.synth()
