# Golden Thread: `make run` serves the demo council, `make test` runs the whole suite, `make` lists the rest.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check quick bench requirements run-environment test-environment

PORT ?= 8000
PYTHON ?= python3

help:
	@echo "make run           serve the demo council at http://127.0.0.1:8000 (or PORT=8001)"
	@echo "make test          the whole suite: checks, SQLite, PostgreSQL, journeys in a browser"
	@echo "make check         the static checks only"
	@echo "make quick         the tests on SQLite only, those that failed last time first"
	@echo "make bench         dashboards, lists and cases beside a floor"
	@echo "make requirements  what must work, with the tests that show it"

run: run-environment
	@exec .venv-run/bin/python manage.py serve --port $(PORT)

test: test-environment
	@exec .venv/bin/python -m tests.run_all

check: test-environment
	@exec .venv/bin/python -m tests.run_all checks

quick: test-environment
	@unset DATABASE_URL DJANGO_SETTINGS_MODULE; exec .venv/bin/python -m pytest -q -n 2 --failed-first -m "not journey"

bench: test-environment
	@.venv/bin/python -m tests.bench
	@exec .venv/bin/python -m tests.bench cases

requirements: test-environment
	@exec .venv/bin/python -m tests.requirements

run-environment:
	$(call environment,.venv-run,constraints.txt)

test-environment:
	$(call environment,.venv,constraints-test.txt)

# $(call environment,folder,pins): a virtual environment with the pinned versions. The copy of the pins inside it
# says what was installed, so that an unchanged environment costs a few hundredths of a second.
define environment
@if cmp -s $(2) $(1)/$(2) && $(1)/bin/python -c "" 2>/dev/null; then exit 0; fi; \
python=""; \
for each in $(PYTHON) python3.11 python3.12 python3.13 python3.14; do \
  if $$each -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then python=$$each; break; fi; \
done; \
if [ -z "$$python" ]; then \
  echo "Python 3.11 or newer is needed, and $(PYTHON) is not. Say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; \
fi; \
if ! $$python -c "import ensurepip, venv" 2>/dev/null; then \
  echo "$$python has no venv module. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
fi; \
total=$$(grep -c == $(2)); \
echo "Installing $$total packages into $(1), once; it takes about a minute."; \
$$python -m venv --clear $(1); \
PYTHONUNBUFFERED=1 $(1)/bin/python -m pip install --disable-pip-version-check --no-deps --require-hashes -r $(2) | { \
  done=0; \
  while IFS= read -r line; do case "$$line" in \
    *"(from -r "*) done=$$((done + 1)); name="$${line%% (from*}"; \
      if [ -t 1 ]; then printf "\r\033[K%s of %s: %s" $$done $$total "$${name##*[ /]}"; fi ;; \
    Installing*) if [ -t 1 ]; then printf "\r\033[K"; fi; echo "Downloaded; unpacking." ;; \
  esac; done; \
}; \
cp $(2) $(1)/$(2)
endef
