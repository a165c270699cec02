# Releases under the real Knative, in namespaces of their own: besides what `make e2e` needs, namespaces (as root, or
# namespaces of users), iproute2 and util-linux. Knative is built once, in about 3 minutes.

.PHONY: e2e-knative
e2e-knative: $(SETUP) .venv/.e2e ## releases under the real Knative, in a network of its own
	@python -m tests.e2e_knative.stack.prepare
	@python -m tests.e2e_knative.stack.namespaces \
	    python -m pytest -m e2e_knative $(or $(E2E_ARGS),tests/e2e_knative)

.PHONY: e2e-knative-mutants
e2e-knative-mutants: $(SETUP) .venv/.e2e ## wrong output must make scenarios under Knative fail
	@python -m tests.e2e_knative.stack.prepare
	@python -m tests.e2e_knative.mutation
