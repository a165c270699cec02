"""A version that is a KServe InferenceService."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from constructs import Construct

from cdk8s_iter8.manifests.inference_service import inference_service
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.specifications.schema_files import inference_service_schema
from cdk8s_iter8.specifications.specification import check, spec_of
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.problem import Problem, ValuesError
from cdk8s_iter8.validation.scalars import Id, PodCount, Text, rule

InferenceServiceSpec = Annotated[Mapping[str, Any], spec_of(inference_service_schema, "an InferenceService")]
ContainerPort = Annotated[Mapping[str, Any], rule("a mapping with the keys of a container's port")]


@checked
class InferenceServiceVersion(Part):
    """A version of an application as an InferenceService.

    Emits one object: an InferenceService (serving.kserve.io/v1beta1) named for the version, with the label
    ``iter8.tools/watch: "true"`` that the controller needs.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "wisdom")
        >>> _ = InferenceServiceVersion(
        ...     chart, "wisdom-0", version=Version("wisdom-0"), storage_uri="s3://models/0", model_format="sklearn"
        ... )
        >>> chart.to_json()[0]["spec"]["predictor"]["model"]
        {'modelFormat': {'name': 'sklearn'}, 'storageUri': 's3://models/0'}
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        version: Version,
        storage_uri: Text | None = None,
        model_format: Text | None = None,
        runtime: Text | None = None,
        protocol_version: Text | None = None,
        ports: Sequence[ContainerPort] = (),
        min_replicas: PodCount | None = 1,
        spec: InferenceServiceSpec | None = None,
    ) -> None:
        """Adds the InferenceService.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name, namespace, labels and annotations.
            storage_uri: The place of the model.
            model_format: The model's format, such as ``sklearn``.
            runtime: The serving runtime; default: KServe's choice.
            protocol_version: The inference protocol, such as ``v2``; default: the runtime's.
            ports: The ports of the model's server, with the keys of the Kubernetes API; default: the runtime's.
            min_replicas: Minimum number of pods that serve the model; None: the key is left out, as for ModelMesh.
            spec: The InferenceService's whole spec with the keys of the KServe API, instead of the other arguments.

        Raises:
            ValuesError: An argument is wrong; or both or neither of storage_uri and spec are given. One line for each
                problem.
        """
        super().__init__(scope, id)
        if (storage_uri is None) == (spec is None):
            raise ValuesError([f"{self.node.path}: a version needs either storage_uri or spec"])
        made = inference_service(
            placed(version, scope),
            storage_uri=storage_uri,
            model_format=model_format,
            runtime=runtime,
            protocol_version=protocol_version,
            ports=ports,
            min_replicas=min_replicas,
            spec=spec,
        )
        _, problems = check(made["spec"], inference_service_schema())
        if problems:  # only the ports can be wrong: the other arguments have rules
            wrong = [Problem(("ports", *problem.path[3:]), problem.message) for problem in problems]
            raise ValuesError([f"{self.node.path}: {problem}" for problem in wrong])
        self.add(made)
