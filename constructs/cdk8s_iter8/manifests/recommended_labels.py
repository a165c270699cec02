"""The labels that Kubernetes recommends (kubernetes.io, Recommended Labels), as far as releases have them."""

from typing import Final

INSTANCE: Final = "app.kubernetes.io/instance"
PART_OF: Final = "app.kubernetes.io/part-of"
MANAGED_BY: Final = "app.kubernetes.io/managed-by"
