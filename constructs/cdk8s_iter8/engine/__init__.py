"""The routing controller: reads the routemaps of a cluster and keeps their routes right.

Only this room and the one for verbs that change a cluster import a Kubernetes client. What is decided is decided by
pure functions (`routemap`, `observed_object`, `decision`, `desired_route`, `applied_route`, `draining`); the other
files watch, apply and are operated.
"""
