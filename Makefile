# Reportedly: set-up, demo and checks. Needs only GNU make and Python 3.11 or later with venv and pip.
#
#   make demo     set up, then assess the bundled example and say where the page is
#   make test     set up, then run the whole test suite
#   make check    lint, types, shape, tests
#   make help     all targets

SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
	$$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EXAMPLE := examples/kursk-2024-12
DEMO := demo-output
PYTEST_ARGS ?=

.PHONY: help setup demo test check lint types shape format wheel-check lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## make .venv with the command .venv/bin/reportedly

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later with venv and pip is needed: install it, or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: setup ## assess the bundled example
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/ledger.db $(DEMO)/ledger.db-wal $(DEMO)/ledger.db-shm
	@$(BIN)/reportedly assess $(EXAMPLE) --ledger $(DEMO)/ledger.db --output $(DEMO)
	@echo
	@echo "The page with every sentence's sources one click away: $(DEMO)/report.html"
	@echo "To look around, correct and publish in a browser:      $(BIN)/reportedly demo"

test: setup ## run the whole test suite
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint types shape test ## lint, types, shape, tests

lint: setup ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy, strict
	$(BIN)/mypy

shape: setup ## import direction, file and function length, annotations, docstrings
	$(BIN)/python -m pytest -q tests/shape

format: setup ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel-check: setup ## build the wheel and check what it holds
	$(BIN)/python -m pytest -q tests/shape/test_wheel.py

lock: ## pin every dependency anew (needs uv)
	uv pip compile pyproject.toml --group dev --generate-hashes --universal --python-version 3.11 \
		--no-emit-index-url --no-emit-find-links --no-header --upgrade --quiet --output-file requirements.lock

clean: ## remove everything that was built here, the environment included
	rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
