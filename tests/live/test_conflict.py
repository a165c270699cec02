import pytest

from cdk8s_iter8.cluster.api_error import FieldConflict
from cdk8s_iter8.live.conflict import refused


@pytest.mark.parametrize(
    ("field", "manager", "taken", "is_refused"),
    [
        (".spec.template", '"kubectl-client-side-apply" using serving.knative.dev/v1', (), False),
        (".spec.template", '"before-first-apply" using v1', (), False),
        (".spec.template", '"cdk8s-iter8" using v1', (), False),
        (".metadata.annotations.iter8.tools/weight", '"kubectl-annotate" using v1', (), False),
        (".spec.template", '"kubectl-edit" using v1', (), True),
        (".spec.template", '"kubectl"', (), True),
        (".spec.template", '"helm" using v1', (), True),
        (".spec.template", '"helm" using v1', ("helm",), False),
        (".spec.template", "helm", ("helm",), False),
        (".metadata.annotations.other", '"kubectl-annotate" using v1', (), True),
    ],
)
def test_what_is_taken_over_without_being_told(
    field: str, manager: str, taken: tuple[str, ...], is_refused: bool
) -> None:
    conflict = FieldConflict(field, manager)
    assert refused([conflict], taken) == ((conflict,) if is_refused else ())
