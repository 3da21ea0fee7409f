# Everything there is to do here, by name. `make` alone lists it.

PYTHON ?= python3

# `make run` and `make demo` take their settings from the environment or from the command line
# (`make run PORT=8080`), and make hands both on as they are; webapp/config.py knows the defaults:
#   PORT            8000
#   INSTANCE        ./instance, where the database and the secrets are; ./instance/demo for the demo
#   DATABASE_URL    SQLite in INSTANCE
#   PUBLIC_ORIGIN   the address that people type, when it is not http://localhost:PORT

.DELETE_ON_ERROR:
.PHONY: help run demo test check style types javascript bench bars gallery twins soak fuzz sbom lock clean

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

run: .venv/run.stamp ## Serve Footing on http://localhost:8000
	@exec .venv/bin/flask --app wsgi serve

# Filled once: the stamp is made only when that worked, which it never does where anybody is.
demo: export INSTANCE := $(or $(INSTANCE),instance/demo)
demo: .venv/run.stamp ## Serve it with invented people to look around
	@[ -e "$$INSTANCE/demo.stamp" ] || { .venv/bin/flask --app wsgi demo && touch "$$INSTANCE/demo.stamp"; }
	@exec .venv/bin/flask --app wsgi serve

# Chromium is found or installed before the two workers start, so that they cannot both try. What is
# compiled once serves every server that a test starts, wherever Python is told to keep nothing.
test: check ## Run every check and every test, in a real browser too
	@.venv/bin/python -m tests.chromium
	@PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -rfER --rerun-show-tracebacks

check: style types javascript ## Run what needs no browser and no database: style, types, JavaScript tests

style: .venv/test.stamp
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/bandit -q -c pyproject.toml -r webapp wsgi.py

types: .venv/test.stamp .venv/bin/node tests/js/node_modules/.stamp
	@.venv/bin/mypy
	@tsc=tests/js/node_modules/typescript/bin/tsc; [ ! -e $$tsc ] || .venv/bin/node $$tsc -p tests/js

javascript: .venv/bin/node
	@.venv/bin/node --test --test-reporter=spec tests/js/*.test.js

bench: .venv/test.stamp ## Measure syncing, as ratios side by side, and the phone (on a quiet machine)
	@.venv/bin/python -m benchmarks.sync
	@.venv/bin/python -m benchmarks.growth
	@.venv/bin/python -m benchmarks.phone

bars: .venv/test.stamp ## Measure every page against the bars: Lighthouse, axe, opening without signal, taps (on a quiet machine)
	@.venv/bin/python -m tests.chromium
	@.venv/bin/python -m tests.bars

gallery: .venv/test.stamp ## Take a picture of every page and state, in every look, into instance/gallery
	@.venv/bin/python -m tests.chromium
	@.venv/bin/python -m tests.gallery

twins: .venv/test.stamp .venv/bin/node ## Hold the phone's rule of the alliance to the server's, on 10,000 histories
	@TWINS=10000 .venv/bin/python -m pytest -q tests/alliance/test_twins.py

soak: .venv/test.stamp ## Search for a lost word for an hour: histories, and 600 crashes in the middle of syncing
	@.venv/bin/python -m pytest tests/sync --hypothesis-profile=soak

fuzz: .venv/test.stamp ## Ask for trouble, for some twenty minutes: hostile requests, and the contract under fire
	@FUZZ=all .venv/bin/python -m pytest -q -s tests/fuzz

sbom: .venv/test.stamp ## Print what Footing is made of, as a CycloneDX list (SBOM)
	@.venv/bin/cyclonedx-py requirements requirements/run.txt

lock: .venv/bin/pip ## Pin requirements/*.in anew; UPGRADE=--upgrade takes newer versions
	@$(PYTHON) -m venv .venv/lock
	@.venv/lock/bin/pip install --quiet uv
	@for set in run test; do .venv/lock/bin/uv pip compile --no-config --quiet --no-header $(UPGRADE) \
		--universal --python-version 3.11 --generate-hashes requirements/$$set.in -o requirements/$$set.txt; done

clean: ## Remove what the other targets made (never the data in instance/)
	rm -rf .venv tests/js/node_modules .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# The stamps remember that a lock file is installed: a second `make run` starts at once.
.venv/%.stamp: requirements/%.txt | .venv/bin/pip
	@echo "Installing requirements/$*.txt"
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Footing needs Python 3.11 or newer: install it, or name it with make PYTHON=python3.12." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing: on Debian and Ubuntu, apt install python3-venv." >&2; exit 1; }
	@$(PYTHON) -m venv .venv

# The system's Node if it loads a .js file as a module unasked, as browsers do and 20.19 and later;
# otherwise the Node inside the Playwright wheel, which Playwright itself runs on.
.venv/bin/node: | .venv/test.stamp
	@system=$$(node -p 'process.features.require_module ? process.execPath : ""' 2>/dev/null); \
		ln -sf "$${system:-$$(echo "$(CURDIR)"/.venv/lib/python3.*/site-packages/playwright/driver/node)}" $@
	@$@ --version >/dev/null || \
		{ rm $@; echo "Playwright's Node does not start: on Debian and Ubuntu, apt install libatomic1." >&2; exit 1; }

tests/js/node_modules/.stamp: tests/js/package-lock.json
	@if command -v npm >/dev/null; then \
		npm ci --prefix tests/js --ignore-scripts --no-audit --no-fund && touch $@; \
	else \
		echo "The type checks need npm, which is not on this machine." >&2; [ -z "$$CI" ]; \
	fi
