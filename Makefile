# Two commands do all the set-up: `make demo` and `make test`. They need Python 3.11 or newer, with venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/made
MADE_DEV := $(VENV)/made-dev
CATALOGS := $(wildcard coachtui/translations/*/LC_MESSAGES/*.po)

.PHONY: demo run test faults fuzz bench bench-quick check lint types contracts format pictures docs translations wheel clean

demo: $(MADE)  ## open the sample school, in a folder that is thrown away
	$(BIN)/coachtui demo

run: $(MADE)  ## open your own notebook
	$(BIN)/coachtui

test: $(MADE_DEV)  ## run every test that takes no more than minutes
	$(BIN)/python -m pytest -n 3 --dist worksteal

faults: $(MADE_DEV)  ## the long runs: 3,000 kills, 2,000 power cuts, every write failing …; writes docs/reliability.md
	$(BIN)/python -m pytest -m "deep or goal" -n auto --dist worksteal --record-goals

fuzz: $(MADE_DEV)  ## ten minutes of guided fuzzing for every form in which something comes in (part of `make faults`)
	-$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	$(BIN)/python -m pytest -m deep -n auto --dist worksteal tests/fuzzing

bench: $(MADE_DEV)  ## measure every figure that the README states
	$(BIN)/python -m bench

bench-quick: $(MADE_DEV)
	$(BIN)/python -m bench --quick

check: lint types contracts  ## lint, types, import contracts

lint: $(MADE_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(MADE_DEV)
	$(BIN)/mypy

contracts: $(MADE_DEV)
	$(BIN)/lint-imports

format: $(MADE_DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: $(MADE_DEV)  ## draw the pictures of the README and the docs from the program itself
	$(BIN)/python -m tools.pictures
	$(BIN)/python -m tools.sheets --rooms

docs: $(MADE_DEV)  ## write the pages of docs/ that the program and its tests tell by themselves
	$(BIN)/python -m tools.pages

translations: $(MADE_DEV)  ## take the sentences of the code into the catalogs, and compile these
	$(BIN)/python -m tools.translations

wheel: $(MADE_DEV)
	$(BIN)/pip wheel --no-deps --wheel-dir build .

$(MADE): pyproject.toml constraints.txt $(CATALOGS)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[docx,pdf,spelling,encrypt]'
	touch $@

$(MADE_DEV): pyproject.toml constraints.txt $(CATALOGS)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(MADE)

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
