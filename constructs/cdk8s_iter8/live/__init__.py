"""Releases as they are in a cluster: their status, and what an apply would change.

What is read is plain data. What follows from it is decided by pure functions, which need no cluster.
"""
