"""Measures everything that docs/performance.md shows."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.synthesis.programs import MAIN, ROOT, VERB, Helm, empty_app, environ, releases
from bench.synthesis.timing import Run, adopt_orphans, peak_memory, timed

COUNTS = (1, 10, 100, 1_000, 10_000)
HELM = "helm template"
# A run of Helm is a process for each release, so more of them take as long each.
MOST_OF_HELM = 100
CHECKED = 1_000
Commands = Sequence[Sequence[str]]


@dataclass
class Figures:
    """What was measured.

    Attributes:
        pairs: Runs with one release, by program: each beside the run of an empty app of its kind.
        runs: Runs by program and number of releases.
        memory: The most memory in MiB, by program and number of releases.
        checks: Runs with `CHECKED` files: of `validate`, `preview` and `template` into a directory, and of one changed
            file among them, each beside a run with one release.
        stages: Milliseconds of processor time by stage: of Python and of Node.
        helm: What was rendered by Helm; empty: it was not there.
    """

    pairs: dict[str, list[tuple[Run, Run]]] = field(default_factory=dict)
    runs: dict[str, dict[int, list[Run]]] = field(default_factory=dict)
    memory: dict[str, dict[int, int]] = field(default_factory=dict)
    checks: dict[str, list[Run]] = field(default_factory=dict)
    stages: dict[str, dict[str, float]] = field(default_factory=dict)
    helm: str = ""

    def seconds(self, program: str, count: int) -> float:
        """Returns the median time of a program with a number of releases."""
        return median(run.seconds for run in self.runs[program][count])

    def ratios(self, program: str, other: str, count: int) -> list[float]:
        """Returns how many times as long as a program another one takes for each release, by pairs of runs."""
        pairs = zip(self.runs[program][count], self.runs[other][count], strict=True)
        by_release = rendered(program, count) / rendered(other, count)
        return sorted(by_release * theirs.seconds / ours.seconds for ours, theirs in pairs)


def rendered(program: str, count: int) -> int:
    """Returns how many releases a program renders where there are so many: Helm renders some of them."""
    return min(count, MOST_OF_HELM) if program == HELM else count


def measure(counts: Sequence[int], repeats: int) -> Figures:
    """Measures all figures; programs that are compared run in turn.

    Args:
        counts: The numbers of releases.
        repeats: How often a program runs; with more than 1,000 releases it runs once.
    """
    adopt_orphans()
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        env, helm = environ(), Helm(directory)
        figures.helm = helm.named if helm.program else ""
        made = {count: releases(directory, count) for count in sorted({1, CHECKED, *counts})}
        _one(figures, made[1], empty_app(directory), env, 2 * repeats)
        for count in counts:
            _many(figures, made[count], count, helm, env=env, repeats=_repeats(count, repeats))
        _checks(figures, made, directory, env, _repeats(CHECKED, repeats))
        done = subprocess.run(
            [sys.executable, "-m", "bench.synthesis.stages", str(made[CHECKED])],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        figures.stages = json.loads(done.stdout)
    return figures


def _repeats(count: int, repeats: int) -> int:
    return repeats if count <= 1000 else 1


def _one(figures: Figures, one: Path, empty: Path, env: Mapping[str, str], pairs: int) -> None:
    """Measures one release beside an empty app; the first pair, which fills caches, does not count."""
    apps = {"python main.py": (MAIN, [sys.executable, "main.py"]), "cdk8s synth": (["cdk8s", "synth"],) * 2}
    for name, (ours, theirs) in apps.items():
        both = [(timed([theirs], empty, env), timed([ours], one, env)) for _ in range(pairs + 1)]
        figures.pairs[name] = both[1:]
        _say(f"one release: {name}")


def _many(figures: Figures, directory: Path, count: int, helm: Helm, *, env: Mapping[str, str], repeats: int) -> None:
    """Measures a number of releases, each time into an absent directory."""
    programs: dict[str, Commands] = {"template": [[*VERB, "template", "releases"]]}  # prints, as Helm does
    if helm.program:  # between the others, so that it has the machine as fast as they have it
        programs[HELM] = helm.commands(rendered(HELM, count))
    programs["synth"] = [MAIN]
    for _ in range(repeats):
        for name, commands in programs.items():
            shutil.rmtree(directory / "dist", ignore_errors=True)
            figures.runs.setdefault(name, {}).setdefault(count, []).append(timed(commands, directory, env))
    for name, commands in programs.items():
        shutil.rmtree(directory / "dist", ignore_errors=True)
        figures.memory.setdefault(name, {})[count] = peak_memory(commands[0], directory, env)
    _say(f"{count} releases")


def _checks(figures: Figures, made: Mapping[int, Path], cache: Path, env: Mapping[str, str], repeats: int) -> None:
    """Measures what reads many files, and one changed file among them."""
    directory, own = made[CHECKED], {**env, "XDG_CACHE_HOME": str(cache / "cache")}
    timed([[*MAIN, "--changed"]], directory, own)
    file = directory / "releases" / "app0.yaml"
    text = file.read_text()
    for number in range(repeats):
        for verb in ("validate", "preview"):
            figures.checks.setdefault(verb, []).append(timed([[*VERB, verb, "releases"]], directory, env))
        shutil.rmtree(directory / "written", ignore_errors=True)
        command = [*VERB, "template", "releases", "-o", "written"]
        figures.checks.setdefault("template -o", []).append(timed([command], directory, env))
        figures.checks.setdefault("one", []).append(timed([MAIN], made[1], env))
        file.write_text(text.replace("weight: 30", f"weight: {number}"))
        figures.checks.setdefault("--changed", []).append(timed([[*MAIN, "--changed"]], directory, own))
        figures.checks.setdefault("--only", []).append(timed([[*MAIN, "--only", "app0"]], directory, env))
    _say(f"{CHECKED} files checked")


def _say(text: str) -> None:
    print(f"measured: {text}", file=sys.stderr)
