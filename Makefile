# Everything here needs only Python 3.11 or newer and make: each target sets up .venv by itself, once, and again
# whenever pyproject.toml changes. Another interpreter: make PYTHON=python3.13 test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
#: What `make test` hands to pytest, such as ARGS="-k ibid".
ARGS ?=
#: The gold cases that `make accuracy` measures: one or more folders.
CORPUS ?= tests/corpus

.DEFAULT_GOAL := help
.PHONY: help demo test lint check format accept pictures docs accuracy benchmarks clean

help:
	@echo "make demo        check the sample article in refs/"
	@echo "make test        run the tests (ARGS=\"-k ibid\" picks some)"
	@echo "make check       formatter, linter, types, import contracts and tests"
	@echo "make format      format the source and mend what the linter can mend"
	@echo "make accept      write the expected output anew; read the diff before committing it"
	@echo "make pictures    take the pictures of the README anew"
	@echo "make docs        the site of docs/, in site/"
	@echo "make accuracy    how often citecheck is right on gold cases (CORPUS=FOLDER; else tests/corpus)"
	@echo "make benchmarks  start-up and growth, as ratios"

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("citecheck needs Python 3.11 or newer; try: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

# The sample article holds one of each defect, so that citecheck ends with status 1: anything else is a failure.
demo: $(READY)
	@status=0; $(BIN)/citecheck check refs/kazakhstan.md || status=$$?; test $$status -eq 1
	@echo
	@echo "That was refs/kazakhstan.md; refs/README.md tells what was planted in it. Try next:"
	@echo "  $(BIN)/citecheck check refs/kazakhstan-clean.md      the same article, mended"
	@echo "  $(BIN)/citecheck explain misspelled-author           what a rule means, and what it leaves alone"
	@echo "  $(BIN)/citecheck check YOUR-ARTICLE.md               or .txt; with a list apart: --references LIST.bib"

test: $(READY)
	$(BIN)/pytest --numprocesses auto $(ARGS)

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

accept: $(READY)
	$(BIN)/pytest --quiet --snapshot-update $(ARGS)
	@git --no-pager diff --stat

pictures: $(READY)
	$(BIN)/python docs/pictures/make.py

docs: $(READY)
	$(BIN)/python scripts/pages.py
	$(BIN)/zensical build --clean --strict
	@echo "open site/index.html"

accuracy: $(READY)
	$(BIN)/python benchmarks/accuracy.py --worst 10 $(CORPUS)
	$(BIN)/python benchmarks/calibration.py --as-shipped $(CORPUS)

benchmarks: $(READY)
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/growth.py

clean:
	rm -rf $(VENV) build dist site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
