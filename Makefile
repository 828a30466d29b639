# make demo | test | lint | bench | docs | sample | requirements
# Each target makes the virtual environment that it needs, from pinned packages with hashes.

PYTHON ?= python3
RUN := build/venv-run
DEV := build/venv-dev
JOBS ?= 2

.PHONY: demo test lint bench docs sample requirements clean

demo: $(RUN)/.ready  ## read the bundled sample, check its draft story, open the reading room
	$(RUN)/bin/readingroom demo build/demo

test: $(DEV)/.ready  ## all tests; those in a browser run where a Chromium is found
	$(DEV)/bin/python -m pytest -n $(JOBS) --dist loadfile

lint: $(DEV)/.ready  ## ruff, strict mypy, import-linter
	$(DEV)/bin/ruff check
	$(DEV)/bin/ruff format --check
	$(DEV)/bin/mypy
	$(DEV)/bin/lint-imports

bench: $(DEV)/.ready  ## every benchmark; CORPORA names the folder with the data
	$(DEV)/bin/python -m benchmarks

docs: $(DEV)/.ready  ## write the generated parts of docs/ anew
	$(DEV)/bin/python docs/generate.py

sample: $(DEV)/.ready  ## print the bundled sample anew from its truth
	$(DEV)/bin/python sample/print_release.py

requirements: $(DEV)/.ready  ## pin the newest versions that pyproject.toml allows
	$(DEV)/bin/pip install --quiet pip-tools
	$(DEV)/bin/pip-compile $(PIN) --extra build --output-file requirements.txt pyproject.toml
	$(DEV)/bin/pip-compile $(PIN) --extra dev --output-file requirements-dev.txt pyproject.toml

PIN := --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean:
	rm -rf build

$(RUN)/.ready: requirements.txt pyproject.toml
$(DEV)/.ready: requirements-dev.txt pyproject.toml

build/venv-%/.ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Readingroom needs Python 3.11 or later; name one: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv is missing. On Debian: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv build/venv-$*
	build/venv-$*/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	build/venv-$*/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
