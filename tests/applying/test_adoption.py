from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.applying.adoption import adoption, taken_over

CSA = {"manager": "kubectl-client-side-apply", "operation": "Update", "apiVersion": "v1", "fieldsType": "FieldsV1"}
OURS = {"manager": "cdk8s-iter8", "operation": "Apply", "apiVersion": "v1", "fieldsType": "FieldsV1"}
STATUS = {"manager": "kubectl-client-side-apply", "operation": "Update", "subresource": "status", "fieldsV1": {}}
OTHER = {"manager": "ed", "operation": "Update", "fieldsV1": {"f:data": {"f:b": {}}}}
LAST = "f:kubectl.kubernetes.io/last-applied-configuration"


def raw(*managed: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"metadata": {"name": "a", "resourceVersion": "7", "managedFields": [*managed], **metadata}}


def fields(patch: list[dict[str, Any]]) -> Any:
    return next(step["value"] for step in patch if step["path"] == "/metadata/managedFields")


def test_nothing_is_taken_over_of_what_is_nobodys() -> None:
    assert adoption(raw(OURS | {"fieldsV1": {}}, OTHER, STATUS)) == []
    assert taken_over(raw(OTHER)) == ()


def test_fields_of_kubectl_apply_become_applied_fields() -> None:
    csa = {**CSA, "fieldsV1": {"f:data": {"f:a": {}}, "f:metadata": {"f:annotations": {".": {}, LAST: {}}}}}
    patch = adoption(raw(csa, OTHER, STATUS))
    assert patch[0] == {"op": "test", "path": "/metadata/resourceVersion", "value": "7"}
    assert fields(patch) == [
        OTHER,
        STATUS,
        {**CSA, "fieldsV1": {"f:metadata": {"f:annotations": {LAST: {}}}}},
        {**OURS, "fieldsV1": {"f:data": {"f:a": {}}, "f:metadata": {"f:annotations": {".": {}}}}},
    ]
    assert taken_over(raw(csa)) == ("the fields of kubectl apply",)
    assert adoption(raw(*fields(patch))) == []


def test_fields_that_both_have_are_united() -> None:
    csa = {**CSA, "fieldsV1": {"f:data": {"f:a": {}}, "f:kind": {}}}
    ours = {**OURS, "fieldsV1": {"f:data": {"f:b": {}}}}
    assert fields(adoption(raw(csa, ours))) == [{**OURS, "fieldsV1": {"f:data": {"f:a": {}, "f:b": {}}, "f:kind": {}}}]


def test_helms_annotations_go() -> None:
    helm = {"meta.helm.sh/release-name": "a", "meta.helm.sh/release-namespace": "b", "mine": "c"}
    assert [step["path"] for step in adoption(raw(annotations=helm))] == [
        "/metadata/resourceVersion",
        "/metadata/annotations/meta.helm.sh~1release-name",
        "/metadata/annotations/meta.helm.sh~1release-namespace",
    ]
    assert taken_over(raw(annotations=helm)) == (
        "annotation meta.helm.sh/release-name goes",
        "annotation meta.helm.sh/release-namespace goes",
    )


FIELDS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.just({}), lambda inner: st.dictionaries(st.sampled_from(["f:a", "f:b", "f:metadata"]), inner, max_size=3)
)


def leaves(node: dict[str, Any], path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    return {path}.union(*(leaves(value, (*path, key)) for key, value in node.items()))


@given(FIELDS, FIELDS)
def test_no_field_is_lost_and_no_other_is_taken(theirs: dict[str, Any], ours: dict[str, Any]) -> None:
    entry = fields(adoption(raw({**CSA, "fieldsV1": theirs}, {**OURS, "fieldsV1": ours}, OTHER)))[-1]
    assert leaves(entry["fieldsV1"]) == leaves(theirs) | leaves(ours)


@given(FIELDS)
def test_what_was_taken_over_is_not_taken_over_again(theirs: dict[str, Any]) -> None:
    assert adoption(raw(*fields(adoption(raw({**CSA, "fieldsV1": theirs}))))) == []
