# Every target makes .venv by itself; nothing but Python 3.11+ and make is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: coach demo test check lint types contracts bench report serve clean

coach: $(VENV)/voice.stamp
	@$(BIN)/stride coach

demo: $(VENV)/voice.stamp
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
		STRIDE_DATABASE_URL="sqlite:///$$folder/demo.db" $(BIN)/stride coach --no-audio --speed 20

serve: $(VENV)/voice.stamp
	@STRIDE_ALEXA_VERIFY=$${STRIDE_ALEXA_VERIFY:-0} $(BIN)/stride serve

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest

check: lint types contracts test

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/stride models check

types: $(VENV)/test.stamp
	$(BIN)/mypy

contracts: $(VENV)/test.stamp
	$(BIN)/lint-imports

bench: $(VENV)/test.stamp
	$(BIN)/python tests/bench/run.py

report: $(VENV)/report.stamp
	$(BIN)/python tests/stories/report.py

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Strong Stride needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Python cannot make a virtual environment here; on Debian and Ubuntu install python3-venv."; exit 1; }

$(VENV)/voice.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "Installing Strong Stride into $(VENV) (once) ..."
	@$(PIP) --editable '.[voice]'
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "Installing Strong Stride with its test tools into $(VENV) (once) ..."
	@$(PIP) --editable '.[voice,test]'
	@touch $@ $(VENV)/voice.stamp

$(VENV)/report.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "Installing Strong Stride with what draws its report into $(VENV) (once) ..."
	@$(PIP) --editable '.[report]'
	@touch $@
