"""What this project makes of a case."""

from pathlib import Path

import yaml
from cdk8s import App

from cdk8s_iter8 import Release
from tests.comparison.document import Case, document
from tests.comparison.route import Object


def ours(case: Case, directory: Path) -> Object:
    """Our document of a case.

    Raises:
        ValuesError: we refuse the values.
    """
    file = directory / f"{case.release}.yaml"
    file.write_text(yaml.safe_dump(case.values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    app = App(outdir=str(directory / "dist"))
    objects = Release(app, case.release, values=file, namespace=case.namespace).to_json()
    assert objects[0]["metadata"]["name"].endswith("-routemap"), "the routemap comes first"
    return document(objects)
