# Every target does its own set-up: make and a Python that the dependencies have wheels for are all they ask for.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
C_SOURCES := $(wildcard extract/*/*.c extract/*/*/*.c)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
UPGRADE ?=

.DEFAULT_GOAL := help
.PHONY: help demo test check faults docs bench lock clean
MAKEFLAGS += --no-print-directory

help:
	@echo 'make demo    read the sample packs into data/packtrace.db and show what was found'
	@echo 'make test    run the tests'
	@echo 'make check   lint, formatting, types and tests'
	@echo 'make faults  2,000 damaged files through a batch (the tests run a part of them)'
	@echo 'make docs    write docs/data-dictionary.md and docs/datasette-metadata.json anew'
	@echo 'make bench   speed, memory and accuracy, as Markdown (also in data/bench.md)'
	@echo 'make lock    resolve the dependencies again (UPGRADE=--upgrade takes newer versions)'
	@echo 'make clean   remove the environment, caches and what runs left in data/'

FOUND := SELECT pack, page_count AS pages, agenda_items AS items, attendance AS people, resolutions AS decided, \
	recommendations AS asked, actions, risks, controls, ratings, figures FROM pack_overview ORDER BY pack

demo: $(VENV)/.ready
	@$(BIN)/packtrace ingest samples
	@echo
	@$(BIN)/packtrace query "$(FOUND)"
	@printf '%s\n' '' 'Next, for example:' \
	  '  $(BIN)/packtrace show samples/town-council-2024-03-19.pdf' \
	  '  $(BIN)/packtrace query "SELECT record, ref, title, score, page FROM risk_register WHERE score >= 20"' \
	  '  $(BIN)/packtrace trace RECORD.score --png shown.png     (RECORD: a number from that answer)' \
	  '  $(BIN)/packtrace --help'

test: $(VENV)/.ready-dev
	@tests/system_packages.sh postgresql
	$(BIN)/pytest -n 2

check: $(VENV)/.ready-dev
	@tests/system_packages.sh postgresql
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy -p bench
	$(BIN)/pytest -n 2

faults: $(VENV)/.ready-dev
	@tests/system_packages.sh postgresql
	PACKTRACE_MUTATIONS=2000 $(BIN)/pytest -s tests/faults/test_mutations.py

docs: $(VENV)/.ready
	$(BIN)/python -c 'from load.dictionary import data_dictionary; print(data_dictionary(), end="")' > docs/data-dictionary.md
	$(BIN)/python -c 'import json; from load.dictionary import browsing_metadata as told; print(json.dumps(told("packtrace"), indent=1))' \
	  > docs/datasette-metadata.json

bench: $(VENV)/.ready-dev
	$(BIN)/python -m bench.summary

lock: $(VENV)/.ready-dev
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
	  > $(VENV)/build-requirements.txt
	$(call compile,--extra postgresql --extra remote --group dev,requirements-dev.lock)
	$(call compile,--constraint requirements-dev.lock,requirements.lock)

# The wider one first, so that what an extra cannot live with is in neither. The build backend is locked with the rest,
# so that installing packtrace itself fetches nothing unlocked.
compile = $(BIN)/uv pip compile pyproject.toml $(VENV)/build-requirements.txt --universal --generate-hashes \
	--python-version 3.11 --no-annotate --custom-compile-command 'make lock' --quiet $(UPGRADE) $(1) --output-file $(2)

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find data -mindepth 1 ! -name README.md -delete

# The stamps are renewed when a lock file, pyproject.toml or a C source changes. requirements-dev.lock holds all of requirements.lock.
$(VENV)/.ready: requirements.lock pyproject.toml $(C_SOURCES) | $(VENV)/bin/python
	$(call install,requirements.lock)
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock pyproject.toml $(C_SOURCES) | $(VENV)/bin/python
	$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/.ready

define install
	@echo 'Installing what $(1) lists into $(VENV) ...'
	@$(PIP) install --require-hashes -r $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
endef

$(VENV)/bin/python:
	@test -n '$(PYTHON)' || { echo 'packtrace needs Python 3.11 to 3.14: install one, or name it: make PYTHON=/path/to/python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { tests/system_packages.sh venv && $(PYTHON) -m venv --clear $(VENV); }
