# The two commands a newcomer needs: `make run` and `make test`. Each sets up what it needs in .venv first.
#
#   make run FOLDER=~/Pictures     another folder than the demo gallery
#   make run PYTHON=python3.13     another Python (3.11 or newer)
#   make test ARGS="-k dec"        some of the tests

PYTHON ?= python3
VENV ?= .venv
FOLDER ?= resources/demo
BENCH_GALLERY ?= resources/demo
BUNDLE ?= dist/photoloom
ARGS ?=
POINTS ?= 300
MARK = not slow

BIN = $(VENV)/bin
APP_STAMP = $(VENV)/.installed-app
TEST_STAMP = $(VENV)/.installed-test
NETWORKS = resources/models/face_detection.onnx

.PHONY: help run test test-slow kill-test check bench tour translations bundle deb appimage tarball nsis installer-check clean
.DEFAULT_GOAL := help

help:
	@echo "make run [FOLDER=dir]  set everything up and open the window on the demo gallery (or on a folder of yours);"
	@echo "                       with no display: organise it headless and write a report"
	@echo "make test              set everything up and pass the tests (ARGS=... goes to pytest)"
	@echo "make test-slow         the tests that take minutes as well"
	@echo "make kill-test         file and undo under SIGKILL at random points (POINTS=300)"
	@echo "make check             linters, formatting, types, who may import whom"
	@echo "make bench             speed, as ratios against plain programs (BENCH_GALLERY=dir)"
	@echo "make tour              the README's pictures, anew in docs/tour (all states: build/tour)"
	@echo "make bundle            what every installer packs: dist/photoloom, with a Python of its own (packaging/bundle/README.md)"
	@echo "make deb appimage tarball   packages of the bundle for Linux, in dist (BUNDLE=dir: of another)"
	@echo "make nsis BUNDLE=dir   the installer for Windows, from a bundle that was built there"
	@echo "make installer-check   try the bundle and the installers that can be made here; prints their figures"
	@echo "make translations      the window's texts into resources/translations, and what is to be translated"
	@echo "make clean             remove .venv and everything that was built"

# FOLDER goes through the environment, so that spaces and quotes in it are only ever a name.
export PHOTOLOOM_RUN_FOLDER = $(FOLDER)
TILDE = case "$$PHOTOLOOM_RUN_FOLDER" in "~"|"~/"*) PHOTOLOOM_RUN_FOLDER="$$HOME$${PHOTOLOOM_RUN_FOLDER\#"~"}";; esac
HEADLESS = [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]

run: $(APP_STAMP) $(NETWORKS)
	@$(BIN)/python packaging/check_system.py
	@$(TILDE); if $(HEADLESS); then \
	    echo "There is no display: organising $$PHOTOLOOM_RUN_FOLDER without a window."; \
	    mkdir -p build && \
	    $(BIN)/python -m engine organise "$$PHOTOLOOM_RUN_FOLDER" --report build/demo-report --out build/demo.json && \
	    echo "Open build/demo-report/index.html in a browser; the same as data is build/demo.json"; \
	else \
	    $(BIN)/python -m gallery_app "$$PHOTOLOOM_RUN_FOLDER"; \
	fi

# The engine's tests run where Qt cannot be imported, as on a server. ARGS may leave one half without a test (status 5).
HALF = $(if $(ARGS),|| [ $$? = 5 ])

test: $(TEST_STAMP) $(NETWORKS)
	PHOTOLOOM_NO_QT=1 $(BIN)/python -m pytest -n auto -m "$(MARK)" -p no:pytest-qt --ignore=tests/gallery_app $(ARGS) $(HALF)
	$(BIN)/python -m pytest -n auto -m "$(MARK)" tests/gallery_app $(ARGS) $(HALF)

test-slow: MARK = slow or not slow
test-slow: test

kill-test: $(TEST_STAMP)
	$(BIN)/python -m tests.engine.filing.kill.loop $(POINTS)

check: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(APP_STAMP) $(NETWORKS)
	$(BIN)/python tests/benchmarks/bench_rescan.py
	$(BIN)/python tests/benchmarks/bench_embedding.py "$(BENCH_GALLERY)"
	$(BIN)/python tests/benchmarks/bench_scan_to_vectors.py "$(BENCH_GALLERY)"
	$(BIN)/python tests/benchmarks/bench_start.py
	$(BIN)/python tests/benchmarks/bench_find.py
	$(BIN)/python tests/benchmarks/understanding/bench_search.py
	$(BIN)/python tests/benchmarks/bench_recut.py

# Pictures of every state in build/tour; those that the README shows, and sheets of all, go to docs/tour as well.
TOUR = both grid map viewer

tour: $(APP_STAMP) $(NETWORKS)
	@$(BIN)/python packaging/check_system.py
	$(BIN)/python -m gallery_app resources/demo --tour build/tour
	mkdir -p docs/tour && cp $(foreach name,$(TOUR),build/tour/dark/$(name).png) docs/tour/
	cp build/tour/light/both.png docs/tour/light.png
	$(BIN)/python packaging/make_contact_sheets.py build/tour docs/tour

# Texts that were added or changed: into the .ts files and, translated, into the .qm files.
translations: $(APP_STAMP)
	$(BIN)/python packaging/make_translations.py

# Its own environment, build/bundle-venv, is made anew where pyproject.toml has changed.
bundle: $(APP_STAMP)
	$(BIN)/python packaging/bundle/build.py

INSTALLER_CHECKS = bundle linux windows gpu_pack

installer-check: $(TEST_STAMP)
	@test -x dist/photoloom/photoloom || $(MAKE) bundle
	@for piece in $(INSTALLER_CHECKS); do echo "== packaging/$$piece/check.sh"; PYTHON="$(BIN)/python" packaging/$$piece/check.sh || exit 1; done

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The virtual environment, made once; a changed pyproject.toml installs again.
$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	    echo "There is no $(PYTHON) here: install Python 3.11 or newer, or name one as in make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.path.insert(0, "packaging"); import check_system as c; m = c.python_complaint(); m and sys.exit(m)'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install -y python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv "$(VENV)"
	@echo "Installing what Photoloom needs into $(VENV): some minutes the first time."

$(APP_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[sentences]'
	@touch $@

$(TEST_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,check]'
	@touch $(APP_STAMP) $@

# The networks that read text and find faces, 20 MB, once in each checkout.
$(NETWORKS): packaging/models/take.py packaging/models/packages.txt
	$(BIN)/python packaging/models/take.py
	@touch $@

# Packages of the bundle for Linux, into dist/: packaging/linux/README.md. RUNTIME=file joins AppImage's runtime.
LINUX = PYTHONPATH=packaging $(BIN)/python -m linux

deb appimage tarball: $(APP_STAMP)
	$(LINUX) $@ "$(BUNDLE)" dist $(if $(and $(RUNTIME),$(filter appimage,$@)),--runtime "$(RUNTIME)")

# The installer for Windows from a bundle that was built there (BUNDLE=dir): makensis runs on Linux as well.
nsis: $(APP_STAMP)
	$(BIN)/python packaging/windows/build.py "$(BUNDLE)" "dist/Photoloom-$$($(BIN)/python -c 'import engine; print(engine.__version__)')-setup.exe"
