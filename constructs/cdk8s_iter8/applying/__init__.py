"""What verbs do to a cluster: apply a release, change its live weights, delete it.

What is to be done is decided by pure functions of what was read. No state is kept but the cluster's own, so a verb that
was interrupted is run again.
"""
