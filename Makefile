# Two commands do everything on a machine with Python 3.11 and make: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := simpul-graph

.PHONY: demo test lint install lock score model bench neo4j clean

install: $(STAMP)

# The environment is made anew only where the project's requirements or their lock have changed.
$(STAMP): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Simpul needs Python 3.11 or later: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: $(STAMP)
	@$(BIN)/simpul build samples --graph $(DEMO)
	@$(BIN)/simpul query --graph $(DEMO) --format table --question holder-on-date
	@$(BIN)/simpul query --graph $(DEMO) --format table --question recipients-by-kelurahan
	@$(BIN)/simpul query --graph $(DEMO) --format table --question conflicting-figures
	@$(BIN)/simpul show --force --graph $(DEMO) $(DEMO).html
	@echo "Open the page above in a browser; ask more with: $(BIN)/simpul query --list --graph $(DEMO)"

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest

# Scores on the articles with gold, and the precision of each rule, from which claims get their confidence.
# BLIND=yes scores the blind half instead, once; DETAILS=FOLDER gets the missed and wrong rows.
REFERENCE ?= ../shared
BLIND ?= no
score: $(STAMP)
	$(BIN)/python -m scoring $(REFERENCE) $(if $(filter yes,$(BLIND)),--blind) $(if $(DETAILS),--details $(DETAILS))

# The trained model, from the corpora of CORPORA: 55 minutes on two processors. It is put where the project loads it from.
CORPORA ?= $(REFERENCE)/corpora
model: $(STAMP)
	$(BIN)/python -m training $(CORPORA)

# Words per second of each part, on real articles; rows per second into Neo4j, of 200,000 generated facts.
bench: $(STAMP)
	$(BIN)/python bench/words.py $(REFERENCE)/eval/unlabelled $(REFERENCE)/seeds
	$(BIN)/python bench/exports.py

# The lock carries hashes and no address, so it installs from any index, next year too.
lock:
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra dev --output-file requirements.lock pyproject.toml

# A genuine Neo4j server for the tests of the export (123 MB); `make test` never fetches it.
neo4j:
	tests/neo4j/fetch.sh

clean:
	rm -rf build dist *.egg-info $(DEMO) $(DEMO).html .simpul-exports.json
