# One word for each daily act; `.ci/run` and the pre-commit hooks call the same ones.
# Set-up happens by itself before each (requirements/setup.sh); ARGS is handed on, as in: make test ARGS="-k pace -x"

PYTHON := .venv/bin/python
SETUP := @sh requirements/setup.sh
COMPILE := $(PYTHON) -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --quiet $(ARGS)

.PHONY: help run test check bench soak coverage lock clean
.NOTPARALLEL:

help: ## list what make can do
	@echo "Run Coach: make WORD, where WORD is one of"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  %-9s %s\n", $$1, $$2 }'

run: ## set up what is missing and talk: on Telegram with a token, else here in the terminal
	$(SETUP) run
	@exec $(PYTHON) -m bot run

test: ## run the tests
	$(SETUP) test
	@$(PYTHON) -m pytest $(ARGS)

check: ## format, lint, strict types, import contracts
	$(SETUP) check
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

bench: ## measure speed and memory, and print them
	$(SETUP) test
	@$(PYTHON) -m pytest -m bench --capture=no $(ARGS)

soak: ## the long tests: fresh clone, kills, thousands of turns
	$(SETUP) test
	@$(PYTHON) -m pytest -m soak --capture=no $(ARGS)

coverage: ## run the tests and hold each room to its share of covered branches
	$(SETUP) test
	@$(PYTHON) -m pytest --cov --cov-report= $(ARGS)
	@short=; for door in bot/*/__init__.py; do room=$${door%__init__.py}; \
		case $$room in bot/science/) share=100 ;; *) share=90 ;; esac; \
		$(PYTHON) -m coverage report --include="$$room*" --fail-under=$$share || short="$$short $$room"; \
	done; [ -z "$$short" ] || { echo "too little covered:$$short" >&2; exit 1; }

lock: ## choose package versions anew within pyproject.toml (newest: ARGS=--upgrade)
	$(SETUP) check
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml --group test -c requirements/run.txt -o requirements/test.txt
	$(COMPILE) --group setup -o requirements/uv.txt

clean: ## remove the environment and the tools' caches; what people told, .env, weights and index stay
	rm -rf .venv .setup.lock .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bot tests -name __pycache__ -type d -prune -exec rm -rf {} +
