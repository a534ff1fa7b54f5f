# Two commands are enough: `make demo` shows Mittelnetz, `make test` checks it.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PINS := requirements/constraints.txt
SOURCES := pyproject.toml $(PINS)
TEMPLATES := src/mittelnetz/web/templates src/mittelnetz/notifications/templates
# The last one for the Node of Debian 12.
HTML_VALIDATE := html-validate@9.7.1

.PHONY: demo test check html validator format messages processing screenshots bench drills pin clean

demo: $(VENV)/installed ## run Mittelnetz with a made-up federation
	$(VENV)/bin/mittelnetz demo

test: $(VENV)/installed-dev ## run every check and every test that can run here
	$(RUN) tools/run_tests.py

check: $(VENV)/installed-dev ## lint, format, security, types, import contracts, dead code
	$(VENV)/bin/ruff format --check --quiet --output-format concise
	$(VENV)/bin/ruff check --quiet --output-format concise
	$(VENV)/bin/bandit --quiet --recursive --configfile pyproject.toml src
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djangofmt --check $(TEMPLATES)
	$(VENV)/bin/djangofmt --quiet check $(TEMPLATES)
	$(RUN) tools/find_dead_code.py

html: $(VENV)/installed-dev validator ## validate the HTML of every page (needs Node and npm)
	$(RUN) -m pytest -q -m html

format: $(VENV)/installed-dev ## put the code into shape
	$(VENV)/bin/ruff check --fix --quiet
	$(VENV)/bin/ruff format --quiet
	$(VENV)/bin/djangofmt --quiet $(TEMPLATES)

messages: $(VENV)/installed-dev ## gather the texts to translate, and compile what is translated (needs gettext)
	cd src/mittelnetz && ../../$(RUN) -m django makemessages --locale en --add-location file --no-wrap
	cd src/mittelnetz && ../../$(RUN) -m django compilemessages --locale en

processing: $(VENV)/installed-dev ## write the overview of what is kept about people
	DJANGO_SETTINGS_MODULE=tests.settings PYTHONPATH=. $(RUN) tools/write_processing.py

screenshots: $(VENV)/installed-dev ## take the pictures of the documentation (needs chromium)
	$(RUN) tools/take_screenshots.py

bench: $(VENV)/installed-dev ## measure, beside yardsticks; takes some minutes
	$(RUN) -m bench

drills: $(VENV)/installed-dev ## kill servers and workers at work; takes some minutes
	$(RUN) tools/run_drills.py

pin: ## take the newest versions that pyproject.toml allows
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --editable '.[dev]'
	{ sed -n '1p' $(PINS); $(RUN) -m pip freeze --exclude-editable; } > $(PINS).new && mv $(PINS).new $(PINS)

clean: ## remove everything that the other commands made, but not the data under var/
	rm -rf $(VENV) .node build dist reports .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. On Debian or Ubuntu: apt install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Mittelnetz needs Python 3.11 or newer; $$($(PYTHON) --version) is too old. Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python cannot make a virtual environment here. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(SOURCES) | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --constraint $(PINS) --editable .
	@touch $@

$(VENV)/installed-dev: $(SOURCES) | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --constraint $(PINS) --editable '.[dev]'
	@touch $(VENV)/installed $@

validator: .node/$(HTML_VALIDATE)

.node/$(HTML_VALIDATE):
	npm install --prefix .node --no-save --no-package-lock --no-audit --no-fund --silent $(HTML_VALIDATE)
	@touch $@
