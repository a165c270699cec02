"""The release of releases/hello.yaml, composed by hand: `python examples/composed.py` writes dist/hello.k8s.yaml."""

from cdk8s import App, Chart

from cdk8s_iter8 import BlueGreenRoutemap, KnativeVersion, ReleaseService, Version, WeightConfig, release_labels

IMAGE = "ghcr.io/knative/helloworld-go:latest"


def compose(chart: Chart) -> None:
    """Adds the release's objects, in the order of the file."""
    versions = [Version("hello-0", weight=30), Version("hello-1", weight=70)]
    BlueGreenRoutemap(chart, "routemap", name="hello", versions=versions)
    for version, target in zip(versions, ("v1", "v2"), strict=True):
        env = [{"name": "TARGET", "value": target}]
        container = {"image": IMAGE, "ports": [{"containerPort": 80}], "env": env}
        KnativeVersion(chart, version.name, version=version, spec={"template": {"spec": {"containers": [container]}}})
        WeightConfig(chart, f"{version.name}-weight-config", version=version)
    ReleaseService(chart, "service", name="hello")


if __name__ == "__main__":
    app = App()
    compose(Chart(app, "hello", labels=release_labels("hello")))
    app.synth()
