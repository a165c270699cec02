"""Where time goes: `python -m bench.synthesis.stages DIRECTORY` prints the milliseconds of processor time, as JSON.

The stages run one after another in one process, each for all releases, so that no two are mixed.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def main(directory: Path) -> None:
    """Measures all stages and prints them: of Python in all, of Python and of Node for each release."""
    found: dict[str, dict[str, float]] = {}

    @contextmanager
    def stage(name: str, count: int = 1) -> Iterator[None]:
        python, node = time.process_time(), _node()
        yield
        spent = {"python": time.process_time() - python, "node": _node() - node}
        found[name] = {where: seconds * 1000 / count for where, seconds in spent.items()}

    with stage("start: imports for values"):
        from cdk8s_iter8.manifests.yaml_document import yaml_documents
        from cdk8s_iter8.release import check
        from cdk8s_iter8.release.resolution import resolve
        from cdk8s_iter8.validation.source import read
    files = sorted((directory / "releases").iterdir())
    count = len(files)
    check.load(files[0])  # imports the environment
    with stage("values: YAML to data", count):
        sources = [read(file) for file in files]
    with stage("values: data to checked values", count):
        values = [check._validate(source)[0] for source in sources]  # noqa: SLF001
    with stage("resolve", count):
        releases = [
            resolve(each, file.stem).release for each, file in zip(values, files, strict=True) if each is not None
        ]
    with stage("objects: manifests", count):
        manifests = [list(release.manifests()) for release in releases if release]
    with stage("template: YAML without Node", count):
        for each in manifests:
            yaml_documents(each)
    with stage("start: cdk8s and Node"):
        import cdk8s_plus_27.k8s  # noqa: F401

        from cdk8s_iter8.app.synthesis import synthesize
    with tempfile.TemporaryDirectory() as out:
        charts = [(file.stem, each) for file, each in zip(files, manifests, strict=True)]
        synthesize(charts[:1], Path(out))
        with stage("synth: typed objects and YAML by cdk8s", count):
            synthesize(charts, Path(out))
    print(json.dumps(found))


def _node() -> float:
    """Seconds of processor time of the processes below this one."""
    return sum(_below(os.getpid()))


def _below(pid: int) -> Iterator[float]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            yield (int(fields[11]) + int(fields[12])) / _TICKS
            yield from _below(int(child))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
