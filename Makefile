# Everything here sets itself up: all that is needed is make and Python 3.11 or newer.
#   make demo    the tour on the sample documents      make test    every check, then the tests
#   make lint    style and types only                  make bench   speed and accuracy, as tables
#   make docs    writes the generated pages of docs/   make clean   removes what make made
#   make program a folder that runs where there is no Python, in dist/report-extract

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# The tables; the other files of benchmarks/ are their parts. The corpus run (ten minutes) is asked for by name.
BENCHMARKS := $(addprefix benchmarks/,reading.py accuracy.py claims.py comparing.py coding.py calibration.py)

.PHONY: demo test lint bench docs program clean
.DEFAULT_GOAL := demo

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@echo "Making $(VENV) (once) ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/for-use: pyproject.toml $(VENV)/made
	@echo "Installing (once) ..."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/for-work: pyproject.toml $(VENV)/made
	@echo "Installing with what the tests need (once) ..."
	@$(PIP) install --editable '.[all,dev]'
	@touch $@ $(VENV)/for-use

demo: $(VENV)/for-use
	@$(BIN)/report-extract demo

lint: $(VENV)/for-work
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

test: lint
	@$(BIN)/report-extract rules test
	@$(BIN)/pytest --numprocesses auto

bench: $(VENV)/for-work
	@for benchmark in $(BENCHMARKS); do echo "== $$benchmark"; $(BIN)/python $$benchmark || exit 1; done

docs: $(VENV)/for-work
	@$(BIN)/python docs/generate.py

# In a venv of its own: only what the program needs gets into it.
program:
	@$(PYTHON) -m venv build/venv
	@build/venv/bin/python -m pip --quiet --disable-pip-version-check install '.[corpus]' 'pyinstaller>=6'
	@build/venv/bin/pyinstaller --noconfirm --log-level ERROR packaging/program.spec
	@echo "dist/report-extract is all that is needed: dist/report-extract/report-extract --help"

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
