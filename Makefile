# The whole developer interface.  `make site` and `make test` set themselves up.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin

.PHONY: site test serve bench lock sbom audit clean

site: $(VENV)/ready
	$(BIN)/congkhai build

test: $(VENV)/ready
	@PATH="$(abspath $(BIN)):$$PATH" sh tests/programs.sh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/congkhai check
	$(BIN)/congkhai fmt --check
	$(BIN)/pytest -n auto --dist loadgroup

serve: $(VENV)/ready
	$(BIN)/congkhai serve

bench: $(VENV)/ready
	$(BIN)/python -m bench.build

# Needs uv on the path; pins every package with its hashes and names no registry.
lock:
	uv pip compile pyproject.toml --group dev --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements.lock

# What the software is made of, as CycloneDX; the same bytes for the same commit.
sbom: $(VENV)/ready
	@mkdir -p dist
	$(BIN)/python -m tests.supply.sbom > dist/congkhai.cdx.json

# Asks the open database of vulnerabilities about every pinned package, and the registry for wheels of each for
# newer Pythons; AUDIT=--strict fails without an answer.
audit: $(VENV)/ready
	$(BIN)/python -m tests.supply.audit $(AUDIT)
	$(BIN)/python -m tests.supply.wheels $(AUDIT)

clean:
	rm -rf $(VENV) site .congkhai

$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "congkhai needs Python 3.11 or newer; set PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV) || \
	  { echo "Cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
