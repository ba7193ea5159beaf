# Two commands set everything up on a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
READY := $(VENV)/.ready

.PHONY: demo test check format docs bench eval lock clean help

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

# The modules' byte code is made when they are installed, or every start would wait for it where Python may not write it.
COMPILE := $(BIN)/python -m compileall -q src/valla
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Valla needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(STAMP): requirements/dev.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	@touch $(STAMP) $(READY)

# What a person needs to run Valla, and nothing for developers: a third of the size.
$(READY): requirements/run.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	@touch $(READY)

demo: $(READY) ## Install, check the invented affair, and say where the report lies
	@$(BIN)/valla demo valla-demo

test: $(STAMP) check ## Install and run every check
	$(BIN)/python -m pytest -q --numprocesses=auto --dist=loadfile

check: $(STAMP) ## Format, lint, types, contracts and generated pages
	$(BIN)/ruff format --check src tests eval bench docs
	$(BIN)/ruff check src tests eval bench docs
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python docs/build_rules.py --check
	$(BIN)/python docs/build_wire.py --check

format: $(STAMP) ## Put the code in order
	$(BIN)/ruff format src tests eval bench docs
	$(BIN)/ruff check --fix src tests eval bench docs

docs: $(STAMP) ## Write the generated pages anew
	$(BIN)/python docs/build_rules.py
	$(BIN)/python docs/build_wire.py

eval: $(STAMP) ## Measure accuracy on every labelled set and hold it against the floors
	$(BIN)/python eval/gate.py

bench: $(STAMP) ## Measure speed and memory, and say how tracing is compared with its peers
	$(BIN)/python bench/check_seed.py
	@$(BIN)/python -m bench.trace.about

lock: ## Pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --extra dev requirements/build.in pyproject.toml -o requirements/dev.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 requirements/build.in pyproject.toml -o requirements/run.lock

clean: ## Remove what was made
	rm -rf $(VENV) valla-demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
