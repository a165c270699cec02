"""The routing controller: reads the routemaps of a cluster and keeps their routes right.

Only this room and `cluster/` import a Kubernetes client. Pure functions decide (`routemap_reader`, `observed_object`,
`decision`, `desired_route`, `applied_route`, `draining`); the other files watch, apply, and serve logs and metrics.
"""
