"""Kubernetes objects as plain data, and the YAML that cdk8s writes for them; nothing here needs cdk8s or Node."""

from cdk8s_iter8.manifests.manifest import Manifest, normalized
from cdk8s_iter8.manifests.yaml_document import yaml_documents

__all__ = ["Manifest", "normalized", "yaml_documents"]
