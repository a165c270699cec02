"""The cdk8s app: every file of releases/ becomes a Release, controller.yaml an Iter8Controller."""

import sys
from pathlib import Path

from cdk8s_iter8 import ValuesError
from cdk8s_iter8.node_start import node_starting

CONTROLLER = "iter8-controller"


def main(directory: Path) -> int:
    """Synthesizes every values file of a directory, and the controller.yaml beside it, if there is one.

    Args:
        directory: Where the values files are, `NAME.yaml` for the release NAME.

    Returns:
        The exit code: 0, or 1 when values are wrong or the controller could not serve the releases; then nothing is
        written.
    """
    releases, controller = [], None
    problems: list[str] = []
    with node_starting():  # cdk8s waits for Node, so the values are checked meanwhile
        from cdk8s_iter8.release_check import load
        from cdk8s_iter8.release_plan import HTTP_ROUTE_VERSION

        route_version = HTTP_ROUTE_VERSION
        if (file := directory.parent / "controller.yaml").exists():
            from cdk8s_iter8.controller_check import load_controller

            try:
                controller = load_controller(file)
                route_version = controller.values.http_route_version
            except ValuesError as error:
                problems += error.lines
        for file in sorted(directory.glob("*.y*ml")):
            try:
                releases.append((file.stem, load(file, http_route_version=route_version)))
            except ValuesError as error:
                problems += error.lines
        if controller:
            problems += controller.problems(plan for _, plan in releases)
            if any(name == CONTROLLER for name, _ in releases):
                file = directory / f"{CONTROLLER}.yaml"
                problems.append(f"{file}: the controller has this name in dist/; rename the release")
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1

    from cdk8s import App

    from cdk8s_iter8 import Release

    app = App()
    for name, plan in releases:
        Release(app, name, values=plan.values, http_route_version=route_version)
    if controller:
        from cdk8s_iter8 import Iter8Controller

        Iter8Controller(app, CONTROLLER, values=controller.values)
    app.synth()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "releases")))
