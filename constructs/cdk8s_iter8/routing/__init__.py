"""How an application is routed: strategy, router and backends together, and what is wrong. Imports no cdk8s."""
