"""A cluster as verbs see it: the login, calls of the Kubernetes API, their errors, and the objects of a release.

Only this room and `engine/` import a Kubernetes client.
"""
