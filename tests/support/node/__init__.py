"""A small Kubernetes node: pods as processes with a network each, ClusterIPs and names; no images, no volumes."""
