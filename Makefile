# Needs Python >= 3.11, git and make; the rest is installed into .venv and node_modules, pinned by
# requirements.txt and package-lock.json. A second run installs nothing.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
PYTEST_ARGS ?= -n auto

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SETUP := .venv/.project node_modules/.installed

# .venv/bin holds Python and Node, node_modules/.bin the cdk8s command.
export PATH := $(CURDIR)/$(BIN):$(CURDIR)/node_modules/.bin:$(PATH)
export CDK8S_CHECK_UPGRADE := false
# A pytest or pip of the surrounding shell must not see another project's modules.
unexport PYTHONPATH PYTHONHOME

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

# --- set-up -----------------------------------------------------------------

.PHONY: setup
setup: $(SETUP) ## install everything (the other targets do it by themselves)

.venv/.requirements: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "$(PYTHON) must be Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "set-up: virtual environment .venv"; $(PYTHON) -m venv .venv; }
	@echo "set-up: Python packages and Node"
	@$(PIP) install -r requirements.txt
	@touch $@

.venv/.project: pyproject.toml .venv/.requirements
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@rm -rf *.egg-info # else its entry points, soon stale, come before the installed ones
	@$(BIN)/python -m compileall -q constructs imports # as pip does with what it copies: else 0.2 s more at the first start
	@touch $@

node_modules/.installed: package-lock.json package.json .venv/.requirements
	@echo "set-up: cdk8s command line"
	@npm ci --no-progress --loglevel=error
	@touch $@

# What `cdk8s-iter8 controller` imports; cdk8s, and so Node, is not among it.
CONTROLLER_NEEDS := aiohttp jsonschema-rs kubernetes prometheus-client pydantic pyyaml typer

.PHONY: lock
lock: ## write requirements.txt, image/requirements.txt and package-lock.json anew
	@rm -rf build/lock build/lock-image && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[dev]'
	@build/lock/bin/python -m pip freeze --all --exclude-editable --exclude pip > requirements.txt
	@$(PYTHON) -m venv build/lock-image
	@build/lock-image/bin/python -m pip --disable-pip-version-check --quiet install \
	    --constraint requirements.txt $(CONTROLLER_NEEDS)
	@build/lock-image/bin/python -m pip freeze --all --exclude pip --exclude setuptools > image/requirements.txt
	@PATH="$(CURDIR)/build/lock/bin:$$PATH" npm install --package-lock-only --loglevel=error
	@rm -rf build/lock build/lock-image *.egg-info

# --- synthesize --------------------------------------------------------------

# `cdk8s synth` empties its output directory before it runs the app, so it writes beside dist/,
# which is replaced only when all went well. The app's errors are shown without the stack trace
# that the command line adds.
.PHONY: synth
synth: $(SETUP) ## releases/ and controller.yaml -> dist/
	@out=$$(mktemp -d .synth.XXXXXX); trap 'rm -rf "$$out"' EXIT; chmod 755 "$$out"; \
	cdk8s synth --output "$$out" 2>&1 >/dev/null | sed '/^    at /d; /^Error: command "/d' >&2; \
	rm -rf dist; mv "$$out" dist
	@ls -1 dist/* 2>/dev/null || echo "dist/ is empty: there are no releases"

.PHONY: imports
imports: $(SETUP) ## crds/ -> imports/ and constructs/cdk8s_iter8/specifications/schemas/
	@python -m crds.generate

.PHONY: schema
schema: $(SETUP) ## schema/*.schema.json, for editors, and docs/values.md
	@mkdir -p schema
	@cdk8s-iter8 schema controller > schema/controller.schema.json.new
	@mv schema/controller.schema.json.new schema/controller.schema.json
	@cdk8s-iter8 schema --shipped > schema/values.schema.json.new
	@mv schema/values.schema.json.new schema/values.schema.json
	@cdk8s-iter8 schema --shipped --output markdown > docs/values.md.new
	@mv docs/values.md.new docs/values.md

.PHONY: pictures
pictures: $(SETUP) ## docs/pictures/*.svg, those of the README
	@python docs/pictures/overview.py docs/pictures

.PHONY: wheel
wheel: $(SETUP) ## build/wheel/cdk8s_iter8-*.whl
	@rm -rf build/lib build/bdist.* build/wheel
	@python -m build --wheel --no-isolation --outdir build/wheel . >/dev/null
	@rm -rf *.egg-info
	@ls build/wheel/*.whl

IMAGE ?= cdk8s-iter8:$(shell sed -n 's/^version = "\(.*\)"$$/\1/p' pyproject.toml)
BASE ?=

.PHONY: image
image: wheel ## the image of the routing controller, with docker, podman or buildah
	@image/build build/wheel/*.whl "$(IMAGE)" "$(BASE)"

# --- check --------------------------------------------------------------------

.PHONY: test
test: lint types pytest reuse drift ## everything that CI checks

.PHONY: lint
lint: $(SETUP) ## ruff: rules and format; import-linter: what may import what
	@ruff check .
	@ruff format --check .
	@lint-imports --no-logo --cache-dir .ruff_cache/imports

.PHONY: fix
fix: $(SETUP) ## ruff: mends what it can, and formats
	@ruff check --fix --exit-zero --quiet .
	@ruff format --quiet .

.PHONY: types
types: $(SETUP) ## mypy --strict
	@mypy

.PHONY: pytest
pytest: $(SETUP) ## the tests but for tests/reuse, tests/e2e and tests/e2e_knative
	@python -m pytest $(PYTEST_ARGS)

.PHONY: reuse
reuse: $(SETUP) ## tests/reuse: the wheel in a fresh environment
	@python -m pytest -m reuse

.PHONY: drift
drift: $(SETUP) ## generated files are what their commands write
	@python -m tests.drift

include tests/e2e/e2e.mk
include tests/e2e_knative/e2e_knative.mk

# --- measure ------------------------------------------------------------------

.PHONY: bench
bench: $(SETUP) ## what synthesis costs, beside an empty cdk8s app and Helm: docs/performance.md
	@python -m bench.synthesis $(BENCH_ARGS)

.PHONY: bench-engine
bench-engine: $(SETUP) .venv/.e2e ## how fast routes follow, on a real API server with 10, 100 and 1,000 releases
	@python -m tests.e2e.stack.build
	@python bench/engine.py $(BENCH_ARGS)

.PHONY: clean
clean: ## remove what `make` installed and built
	@rm -rf .venv node_modules build *.egg-info .synth.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
