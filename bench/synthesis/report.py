"""Writes what was measured as Markdown, ratios first."""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.synthesis.figures import CHECKED, HELM, MOST_OF_HELM, Figures, rendered

BEGIN, END = "<!-- written by `make bench` -->", "<!-- end of what `make bench` writes -->"


def with_report(page: str, figures: Figures) -> str:
    """Returns a page with the report in the place of the one before.

    Args:
        page: The page; it has the two lines between which reports stand.
        figures: What was measured.
    """
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{report(figures)}\n\n{END}{rest.partition(END)[2]}"


def report(figures: Figures) -> str:
    """Returns the report."""
    return "\n\n".join("\n".join(lines) for lines in _parts(figures))


def _parts(figures: Figures) -> Iterator[list[str]]:
    yield ["![Milliseconds for each release, by the number of releases](pictures/performance.svg)"]
    yield [f"{_machine()}."]
    helm = f"Helm renders {figures.helm}, in a run for each release." if figures.helm else "Helm was not there."
    if figures.helm:
        helm += f" Of more than {MOST_OF_HELM} releases it renders {MOST_OF_HELM}, beside each run of the others."
    yield [f"Medians of several runs; in brackets the least and the most. {helm}"]
    yield ["**One release, beside an empty cdk8s app**"]
    yield list(_one(figures))
    yield ["**Many releases**"]
    yield list(_many(figures))
    yield list(_growth(figures))
    yield [f"**{CHECKED:,} files**"]
    yield list(_checks(figures))
    yield ["**Where time goes**, in milliseconds of processor time; but for starts, for each release"]
    yield list(_stages(figures))


def _one(figures: Figures) -> Iterator[str]:
    yield "| | ratio of time | of processor time | empty app | one release |"
    yield "|---|---|---|---|---|"
    for name, pairs in figures.pairs.items():
        time = _spread(ours.seconds / empty.seconds for empty, ours in pairs)
        processor = _spread(ours.processor / empty.processor for empty, ours in pairs)
        empty, ours = (median(pair[side].seconds for pair in pairs) for side in (0, 1))
        yield f"| `{name}` | {time} | {processor} | {empty:.2f} s | {ours:.2f} s |"


def _many(figures: Figures) -> Iterator[str]:
    yield "| releases | program | times as fast as Helm | time | for each | processor, for each | memory |"
    yield "|---|---|---|---|---|---|---|"
    for count in figures.runs["template"]:
        for program in figures.runs:
            runs, made = figures.runs[program][count], rendered(program, count)
            ratio = _spread(figures.ratios(program, HELM, count)) if figures.helm and program != HELM else ""
            seconds, processor = median(run.seconds for run in runs), median(run.processor for run in runs)
            some = f" for {made}" if made < count else ""
            yield (
                f"| {count:,} | {program} | {ratio} | {seconds:.2f} s{some} | {seconds / made * 1000:.1f} ms "
                f"| {processor / made * 1000:.1f} ms | {figures.memory[program][count]} MiB |"
            )


def _growth(figures: Figures) -> Iterator[str]:
    counts = figures.runs["template"]
    many, few = max(counts), max(count for count in counts if count <= 100)
    yield f"Time for each of {many:,} releases, by that for each of {few:,}:"
    for program in ("template", "synth"):
        ratio = (figures.seconds(program, many) / many) / (figures.seconds(program, few) / few)
        yield f"{program} **{ratio:.2f}**" + ("," if program == "template" else ".")


def _checks(figures: Figures) -> Iterator[str]:
    yield "| | time | processor time | time, by that of one release beside it |"
    yield "|---|---|---|---|"
    named = {
        "validate": f"`validate` of {CHECKED:,} files",
        "preview": f"`preview` of {CHECKED:,} files",
        "template -o": f"`template -o DIR` of {CHECKED:,} files, into an absent directory",
        "one": "`main.py`, the only release",
        "--changed": f"`main.py --changed`, one file of {CHECKED:,} changed",
        "--only": f"`main.py --only`, one file of {CHECKED:,}",
    }
    for name, text in named.items():
        runs = figures.checks[name]
        pairs = zip(runs, figures.checks["one"], strict=True)
        ratio = _spread(run.seconds / one.seconds for run, one in pairs) if name.startswith("--") else ""
        seconds, processor = [run.seconds for run in runs], [run.processor for run in runs]
        yield f"| {text} | {_seconds(seconds)} | {_seconds(processor)} | {ratio} |"


def _stages(figures: Figures) -> Iterator[str]:
    yield "| stage | Python | Node |"
    yield "|---|---|---|"
    for name, spent in figures.stages.items():
        yield f"| {name} | {spent['python']:.2f} ms | {spent['node']:.2f} ms |"


def _spread(values: Iterable[float]) -> str:
    ordered = sorted(values)
    return f"**{median(ordered):.2f}** ({ordered[0]:.2f} to {ordered[-1]:.2f})"


def _seconds(values: Sequence[float]) -> str:
    return f"{median(values):.2f} s ({min(values):.2f} to {max(values):.2f})"


def _machine() -> str:
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = models[0].partition(": ")[2] if models else platform.machine()
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    load = os.getloadavg()[0]
    return (
        f"{len(os.sched_getaffinity(0))} cores of {model}, {pages / 2**30:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; load at the end {load:.1f}"
    )
