# Everything a newcomer runs. Needs only python3 (3.11 or later) and make.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.PHONY: demo test check attack format bench screenshots messages environment test-environment requirements clean

demo: environment
	@$(BIN)/uitzicht demo --port $(PORT) $(if $(FRESH),--fresh)

test: test-environment
	@$(BIN)/python -m tests.run

check: test-environment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy uitzicht
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --lint --quiet uitzicht
	$(BIN)/python -m django makemigrations --check --dry-run --settings tests.settings
	$(BIN)/python -m pytest tests/house

# Long: lives of companies, kills and outsiders that the suite tries in short.
attack: test-environment
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest tests/wall

format: test-environment
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: test-environment
	$(BIN)/python -m benchmarks

screenshots: test-environment
	$(BIN)/python -m tests.journeys.screenshots

# Pinned and hashed; the stamp files make a second start fast.
environment: .venv/base.stamp messages
test-environment: .venv/test.stamp messages

.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit("Uitzicht needs Python 3.11 or later; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt

.venv/base.stamp: .venv/bin/uv requirements/base.txt pyproject.toml
	$(BIN)/uv pip install --quiet --require-hashes -r requirements/base.txt
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: .venv/base.stamp requirements/test.txt
	$(BIN)/uv pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@

# Compiled catalogues are not committed; polib compiles what has changed.
PO := $(shell find uitzicht -name '*.po')
MO := $(PO:.po=.mo)
messages: $(MO)
%.mo: %.po .venv/base.stamp
	@$(BIN)/python -c 'import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])' $< $@

requirements: .venv/bin/uv
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/bootstrap.in -o requirements/bootstrap.txt
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/base.in -o requirements/base.txt
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/test.in -o requirements/test.txt

clean:
	rm -rf .venv .uitzicht
