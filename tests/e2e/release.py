"""A release under test: values through the real program, its files through kubectl, requests through Envoy."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.e2e import controller_installation, mutants
from tests.e2e.figures import Figure, Figures
from tests.e2e.stack import traffic
from tests.e2e.stack.api import Object
from tests.e2e.stack.cluster import Cluster, Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.readiness import set_conditions
from tests.e2e.stack.traffic import Tally
from tests.e2e.values import Values, blue_green
from tests.support.routed import rules

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
DEVIATIONS = 4
"""How many standard deviations a measured share may be off; a fair draw is further off once in 16,000 times."""

Weights = Mapping[str, float]


class Kind(NamedTuple):
    """A type of version: API group, kind, Iter8's short name, and the conditions one of which makes it available."""

    group: str
    kind: str
    short: str
    conditions: tuple[str, ...]


KSVC = Kind("serving.knative.dev", "Service", "ksvc", ("Ready", "RoutesReady"))
DEPLOYMENT = Kind("apps", "Deployment", "deploy", ("Available",))
ISVC = Kind("serving.kserve.io", "InferenceService", "isvc", ("Ready",))


def shares_of(route: Object) -> dict[str, float]:
    """Each version's share of a route's last rule, in percent."""
    return {target.host.partition(".")[0]: float(share) for target, share in rules(route)[-1].shares.items()}


class SynthError(Exception):
    """The program refused the values; the message is its standard error."""


def synth(directory: Path, out: Path) -> list[Path]:
    """Run the app on a directory of releases, as a user does, and return the files it wrote."""
    return written([sys.executable, str(ROOT / "main.py"), str(directory)], out)


def template(directory: Path, out: Path) -> list[Path]:
    """Run `cdk8s-iter8 template` on it, which writes the same files in less than half of the time."""
    return written([str(BIN / "cdk8s-iter8"), "template", str(directory), "-o", str(out)], out)


def written(command: list[str], out: Path) -> list[Path]:
    """Run a command that writes the files of releases, and return them."""
    path = os.pathsep.join([str(BIN), os.environ["PATH"]])  # node is beside Python
    environment = {**os.environ, "CDK8S_OUTDIR": str(out), "PYTHONWARNINGS": "ignore", "PATH": path}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SynthError(result.stderr)
    files = sorted(out.glob("*.yaml"))
    for file in files:
        file.write_text(mutants.mutate(file.read_text()))
    return files


def synth_controller(values: str, directory: Path, namespace: str = "default") -> list[Path]:
    """Run the program on a controller.yaml with this text, beside a release in that namespace."""
    (directory / "controller.yaml").write_text(values)
    releases = directory / "releases"
    releases.mkdir()
    release = blue_green(30, 70, metadata={"namespace": namespace})
    (releases / "hello.yaml").write_text(yaml.safe_dump(release))
    return [file for file in synth(releases, directory / "dist") if not file.name.startswith("hello.")]


@dataclass
class Release:
    """One release in a namespace of its own, or beside another."""

    cluster: Cluster
    namespace: str
    name: str
    directory: Path
    figures: Figures
    scenario: str
    objects: tuple[Object, ...] = ()
    domain: str = ""
    """What follows the namespace in the host that requests name."""
    entry: int | None = None
    """A port on loopback for requests instead of the sidecar's."""
    synths: int = field(default=0)

    # --- values to files to the cluster --------------------------------------------------------

    def synth(self, values: Values) -> Path:
        """Write the values file, run the program, and return the directory with its output."""
        values = yaml.safe_load(yaml.safe_dump(values))
        application = values.setdefault("application", {})
        application.setdefault("metadata", {}).setdefault("namespace", self.namespace)
        self.synths += 1
        releases = self.directory / f"releases-{self.synths}"
        releases.mkdir()
        (releases / f"{self.name}.yaml").write_text(yaml.safe_dump(values, sort_keys=False))
        out = self.directory / f"dist-{self.synths}"
        self.objects = controller_installation.read(template(releases, out))
        return out

    @property
    def dist(self) -> Path:
        """The newest output directory."""
        return self.directory / f"dist-{self.synths}"

    def apply(self, values: Values | None = None, *arguments: str) -> str:
        """`kubectl apply -f dist/`, of new values if given; Knative makes the Service of each new ksvc."""
        if values is not None:
            self.synth(values)
        said = self.cluster.kubectl("apply", "-f", str(self.dist), *arguments)
        if isinstance(self.cluster, Stack):
            for name in self.named(KSVC):
                self.cluster.knative.serve(self.namespace, name)
            for item in self.of_kind(DEPLOYMENT):
                template = item["spec"]["template"]
                port = template["spec"]["containers"][0]["ports"][0]["containerPort"]
                labels = template["metadata"]["labels"]
                self.cluster.pods.run(self.namespace, item["metadata"]["name"], labels, port)
        return said

    def delete(self) -> str:
        """`kubectl delete -f dist/`, waiting until the objects are gone."""
        return self.cluster.kubectl("delete", "-f", str(self.dist), "--timeout=60s")

    def of_kind(self, kind: Kind) -> list[Object]:
        """The objects of a kind in the newest output, in order."""
        group, name, *_ = kind
        return [item for item in self.objects if (item["apiVersion"].rpartition("/")[0], item["kind"]) == (group, name)]

    def named(self, kind: Kind) -> list[str]:
        """Their names."""
        return [item["metadata"]["name"] for item in self.of_kind(kind)]

    # --- what Knative or the Deployment's controller would say ---------------------------------

    def ready(self, *names: str, status: str = "True") -> None:
        """Set the conditions that make versions available, of all without a name, for their newest generation."""
        for kind in (KSVC, DEPLOYMENT, ISVC):
            for name in self.named(kind):
                if not names or name in names:
                    conditions = dict.fromkeys(kind.conditions, status)
                    set_conditions(self.cluster.api, kind.short, self.namespace, name, **conditions)

    # --- the route -----------------------------------------------------------------------------

    @property
    def route_kind(self) -> str:
        """The short name of the route's type: vs, or httproute for Gateway API."""
        (routemap,) = (item for item in self.objects if item["metadata"]["name"] == f"{self.name}-routemap")
        templates = yaml.safe_load(routemap["data"]["strSpec"]).get("routingTemplates") or {}
        return next((str(template["gvrShort"]) for template in templates.values()), "vs")

    def route(self) -> Object | None:
        """The VirtualService or HTTPRoute that the controller made."""
        return self.cluster.api.get(self.route_kind, self.namespace, self.name)

    def shares(self) -> dict[str, float] | None:
        """Each version's share of the last rule, in percent; None without a route."""
        route = self.route()
        return None if route is None else shares_of(route)

    def rules(self) -> list[str] | None:
        """The names of the route's rules, in order, with Gateway API that of a rule's first backend; None without."""
        route = self.route()
        if route is None:
            return None
        return [rule.name or next(iter(rule.shares)).host.partition(".")[0] for rule in rules(route)]

    def routed(self, weights: Weights) -> None:
        """Wait until the VirtualService has these relative weights and the callers' Envoy knows."""
        declared = percent(weights)
        eventually(self.shares, lambda seen: seen == declared, f"route of {self.name} with shares {declared}")
        self.settle()

    def ruled(self, *rules: str) -> None:
        """Wait until the VirtualService has these rules and the callers' Envoy knows."""
        eventually(self.rules, lambda seen: seen == [*rules], f"route of {self.name} with rules {rules}")
        self.settle()

    def settle(self) -> None:
        """Wait until the callers' Envoy has what was applied."""
        if isinstance(self.cluster, Stack):
            self.cluster.settled.wait()

    # --- requests ------------------------------------------------------------------------------

    @property
    def host(self) -> str:
        """What a caller in another namespace calls the release."""
        return f"{self.name}.{self.namespace}{self.domain}"

    @property
    def port(self) -> int:
        """Where requests are sent: the caller's Envoy as for port 80, unless `entry` is another."""
        if self.entry is not None:
            return self.entry
        assert isinstance(self.cluster, Stack), "no local Envoy"
        return self.cluster.sidecar.listeners[80]

    def requests(self, number: int, target: str = "/", headers: Mapping[str, str] | None = None) -> Tally:
        """Send requests of which none may fail."""
        tally = traffic.send(self.port, self.host, number, target, headers)
        assert tally.failed == 0, f"{tally.failed} of {tally.sent} requests failed: {tally.explain()}"
        return tally

    def splits(self, weights: Weights, requests: int = 1000, **how: Any) -> Tally:
        """Requests are answered by the versions in proportion to their weights, within four standard deviations."""
        self.routed(weights)
        tally = self.requests(requests, **how)
        self.record(tally, weights)
        measured = tally.versions
        for version, share in percent(weights).items():
            count = measured.pop(version, 0)
            off = traffic.standard_deviations(count, requests, share / 100)
            assert off <= DEVIATIONS, f"{version}: {count} of {requests} for {share:.1f}%, {off:.1f} deviations off"
        assert not measured, f"versions without a share answered: {measured}"
        return tally

    def answered_by(self, version: str, number: int = 100, **how: Any) -> Tally:
        """Every request of this form is answered by that version."""
        tally = self.requests(number, **how)
        assert tally.versions == {version: number}, f"answered by {tally.versions}, not by {version} alone"
        self.record(tally, {version: 1})
        return tally

    def record(self, tally: Tally, weights: Weights | None = None, note: str = "") -> None:
        """Keep the figures for the report."""
        measured = {version: 100 * count / max(tally.sent, 1) for version, count in tally.versions.items()}
        figure = Figure(self.scenario, tally.sent, tally.failed, percent(weights or {}), measured, note)
        self.figures.figures.append(figure)


def percent(weights: Weights) -> dict[str, float]:
    """Relative weights as shares in percent; a version without weight has no share."""
    total = sum(weights.values())
    return {version: 100 * weight / total for version, weight in weights.items() if weight}
