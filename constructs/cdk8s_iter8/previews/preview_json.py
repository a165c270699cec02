"""Previews as JSON for programs."""

from cdk8s_iter8.previews.release_preview import ReleasePreview

Json = list[dict[str, object]]


def preview_json(release: ReleasePreview) -> Json:
    """Returns who gets what as plain data.

    Args:
        release: What the release does with traffic.

    Returns:
        For each set of ready versions ``{"ready": [names], "rules": [{"name", "match", "shares", "mirrors"}]}``:
        `match` is a list of clauses in words, ORed, empty for every other request; `shares` and `mirrors` are percent
        by version. An empty list where nothing is routed.
    """
    return [
        {"ready": list(shown.ready), "rules": [vars(rule) | {"match": list(rule.match)} for rule in shown.rules]}
        for shown in release.sets
    ]
