"""Which question to Prometheus gives the requests, errors and latency of a version; nothing is asked here."""
