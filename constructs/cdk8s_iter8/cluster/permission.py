"""The RBAC rule that a refused call would need."""

from cdk8s_iter8.cluster.keys import GVR


def missing_rule(gvr: GVR, *verbs: str) -> str:
    """Writes the rule as a line of YAML.

    Example:
        >>> missing_rule(GVR("serving.knative.dev", "v1", "services"), "list", "watch")
        '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["list", "watch"]}'
    """
    quoted = ", ".join(f'"{verb}"' for verb in verbs)
    return f'{{apiGroups: ["{gvr.group}"], resources: ["{gvr.resource}"], verbs: [{quoted}]}}'
