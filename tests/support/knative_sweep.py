"""Judges every spec with one change over the whole schema, twice: `python -m tests.support.knative_sweep [SECONDS]`.

Prints how many specs both refuse, both take, and judge differently: this project, and Knative's and the API server's
own code. Ends with 1 if there are differences. With SECONDS it takes every spec in an order that is drawn once, until
the time is over; all of them take about half an hour.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cdk8s_iter8.specifications.knative_service import spec_problems
from cdk8s_iter8.specifications.schema_files import knative_service_schema
from cdk8s_iter8.specifications.specification import check
from tests.support.generators.knative_specs import BASES, DROP, Mutation, mutated, mutations
from tests.support.knative_judge import judge, service

BATCH = 500
SHOWN = 200
"""Differences that are printed."""

Change = tuple[int, Mutation]


def changes() -> list[Change]:
    """Every change of every base, in an order that is the same each time."""
    every = [(base, change) for base in range(len(BASES)) for change in mutations(base)]
    random.Random(0).shuffle(every)  # noqa: S311 (no secret)
    return every


def refused_here(spec: dict[str, Any]) -> list[str]:
    """What this project says."""
    data, problems = check(spec, knative_service_schema())
    return [str(problem) for problem in (*problems, *spec_problems("hello-0", data))]


def judged(some: list[Change]) -> Iterator[tuple[Change, list[str], tuple[str, ...]]]:
    """Each change, with what is wrong with it here and there."""
    specs = [mutated(base, [mutation]) for base, mutation in some]
    for change, spec, judgement in zip(some, specs, judge([service(spec) for spec in specs]), strict=True):
        yield change, refused_here(spec), judgement.always


def told(counts: Counter[str]) -> str:
    """The counts in words."""
    return (
        f"{counts.total()} specs with one change: {counts['taken']} taken by both, "
        f"{counts['refused']} refused by both, {counts['differing']} judged differently"
    )


def main(seconds: float) -> int:
    """Sweep until the time is over."""
    counts: Counter[str] = Counter()
    deadline = time.monotonic() + seconds
    every = changes()
    for first in range(0, len(every), BATCH):
        if time.monotonic() > deadline:
            break
        for (base, (path, value)), here, there in judged(every[first : first + BATCH]):
            verdict = ("taken" if not here else "refused") if bool(here) == bool(there) else "differing"
            counts[verdict] += 1
            if verdict == "differing" and counts[verdict] <= SHOWN:
                put = "dropped" if value is DROP else repr(value)
                print(f"base {base}, {'.'.join(map(str, path))}: {put}\n  here: {here}\n  there: {there}", flush=True)
        print(told(counts), file=sys.stderr, flush=True)
    print(told(counts))
    return 1 if counts["differing"] else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else float("inf")))
