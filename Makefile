# make demo   sets everything up and translates the sample project, offline
# make test   sets everything up and runs every check
# make help   lists the rest

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-input -q
DEMO := build/demo
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header -q --extra build

# The first interpreter that runs, fits and can make environments.
find_python = for p in $(PYTHON) python3.13 python3.12 python3.11 python3.14 python3 python; do \
	"$$p" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
	>/dev/null 2>&1 && { echo "$$p"; exit 0; }; done; exit 1

.PHONY: help demo test test-fast test-tools test-argos-upstream system lock dist bench train-smoke clean

help:
	@echo "make demo                 translate and publish the sample project into $(DEMO)"
	@echo "make test                 ruff, mypy, import contracts, pytest"
	@echo "make test-fast            pytest without the slow tests"
	@echo "make test-tools           tests that need Java, npm, a second environment or a screen"
	@echo "make test-argos-upstream  the engine tests with argostranslate 1.11 in place"
	@echo "make train-smoke          every step of the model recipe on a few hundred pairs"
	@echo "make dist                 wheel and sdist"
	@echo "make lock                 make the requirement locks again (needs uv)"
	@echo "make clean                remove what the other targets made"

$(BIN)/python:
	@python=$$($(find_python)) || { \
	  echo "transflow needs Python 3.11 to 3.14 with venv: install one (Debian: apt-get install python3-venv)" >&2; \
	  echo "or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }; \
	echo "Making $(VENV) with $$python"; "$$python" -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what transflow needs ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.runtime
	@sh tests/demo.sh $(DEMO) $(BIN)/transflow

test: $(VENV)/.dev system
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -m "not tools"

test-fast: $(VENV)/.dev
	$(BIN)/pytest -m "not tools and not slow"

test-tools: $(VENV)/.dev system
	$(BIN)/pytest -m tools -rs

test-argos-upstream: $(VENV)/.dev
	@sh tests/argos_upstream.sh

system:
	@sh tests/system.sh

lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock

dist: $(VENV)/.dev
	$(BIN)/python -m pip wheel --disable-pip-version-check -q --no-deps --no-build-isolation -w dist .
	$(BIN)/python -m hatchling build -t sdist -d dist

train-smoke:
	sh training/smoke.sh

clean:
	rm -rf build dist public .transflow .mypy_cache .ruff_cache .pytest_cache .hypothesis
