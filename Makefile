# The project's commands; `make` alone lists them. scripts/tools.sh installs what they need, once and outside the clone.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve dev build test check pictures bench import tools-check tools-serve tools-test fetch \
	compile format lint web native servers browser size

PORT ?= 8080
export PORT
export PATH := $(shell scripts/tools.sh path)
# The toolchain is the one in rust-toolchain.toml, whatever the shell was told.
unexport RUSTUP_TOOLCHAIN

# Only what is said on the command line: a stray variable of the shell must not end up in a build.
ifeq ($(origin API),command line)
export WSIS_API := $(API)
endif
ifeq ($(origin PUBLIC),command line)
export WSIS_PUBLIC := $(PUBLIC)
endif
ifeq ($(origin CONTACT),command line)
export WSIS_CONTACT := $(CONTACT)
endif

STEP := scripts/step.sh
PROGRAM := scripts/program.sh
# The real one: the one before it on the PATH splits, and there is nothing to split here.
BINDGEN = $(lastword $(shell which -a wasm-bindgen))
STARTED := $(shell date +%s)

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

serve: fetch ## Build the app and its data and serve them at http://127.0.0.1:8080/ (PORT=8081 changes the port)
	@scripts/serve.sh --release

dev: fetch ## The same, quicker to rebuild and with checks that a release leaves out
	@scripts/serve.sh

build: fetch ## Build the release in dist/ (API=address of the data, PUBLIC=of the site, CONTACT=for errors)
	@$(STEP) "Release in dist/" trunk build --release --offline --locked

# The programs of the workspace, once they are built (scripts/program.sh).
check test: export WSIS_PROGRAMS = $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)/debug

test: tools-test check servers build browser size ## Check the code and run every test, also those in a browser
	@echo; echo "All passed in $$((($$(date +%s) - $(STARTED)) / 60)) min $$((($$(date +%s) - $(STARTED)) % 60)) s"

check: tools-check format web compile lint native ## Check the code and run the tests that need neither browser nor web server

pictures: tools-test build ## Draw the built page at many sizes into target/pictures, to look at
	@$(STEP) "Pictures in target/pictures" cargo run --locked --quiet -p browser-tests --example pictures -- target/pictures

bench: tools-test build ## Time counting, searching and repainting in a browser, on an invented collection
	@$(STEP) "The module to time" cargo build --locked --quiet --release --target wasm32-unknown-unknown -p bench
	@rm -rf target/bench && mkdir -p target/bench && cp tests/bench/timing.js target/bench/
	@$(STEP) "Its bindings" $(BINDGEN) --target web --no-typescript --out-dir target/bench --out-name bench \
		target/wasm32-unknown-unknown/release/bench.wasm
	@cargo run --locked --quiet -p browser-tests --example bench -- target/bench

import: ## Make the data from an export: FROM="a.csv b.xlsx" OUT=folder EXTRA="--source-name … --source-date …" (docs/import.md)
	@cargo run --locked --quiet --release --package wsis-cli -- import $(FROM) --out "$(OUT)" $(EXTRA)

# --- The steps ---

tools-check tools-serve tools-test:
	@scripts/tools.sh $(@:tools-%=%)

# trunk builds without the network, so the crates come first.
fetch: tools-serve
	@cargo fetch --locked

# All packages in every step that compiles natively: with other packages cargo resolves other features, and compiles the
# dependencies anew.
compile:
	@$(STEP) "Compile the tests" cargo test --locked --quiet --workspace --no-run

format:
	@$(STEP) "Format" cargo fmt --all --check

lint:
	@$(STEP) "Architecture" $(PROGRAM) xtask tidy
	@$(STEP) "Licences and versions of the crates" \
		cargo deny --workspace --all-features --locked --log-level error check licenses bans sources
	@$(STEP) "Lints, in the browser's code" \
		cargo clippy --locked --target wasm32-unknown-unknown -p wsis-sdg-matrix -- -D warnings
	@$(STEP) "Lints, in everything else" \
		cargo clippy --locked --workspace --all-targets -- -D warnings
	@$(STEP) "Documentation of the code" env RUSTDOCFLAGS="-D warnings" \
		cargo doc --locked --quiet --workspace --no-deps --document-private-items

web:
	@$(STEP) "JavaScript" scripts/web.sh scripts
	@$(STEP) "Style sheets" scripts/web.sh styles
	@$(STEP) "Links of the documents" scripts/web.sh links
	@$(STEP) "Spelling" typos

native:
	@$(STEP) "Tests without a browser" \
		cargo test --locked --workspace -- --skip served_by_
	@$(STEP) "Tests in Node.js" env CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test --locked --target wasm32-unknown-unknown -p wsis-platform --test in_node

servers:
	@$(STEP) "Tests with nginx, Caddy and Apache" \
		cargo test --locked --workspace --test hosting

# A backtrace of these names no line of the test, and hides the message that does.
browser: export RUST_BACKTRACE = 0
browser:
	@$(STEP) "Tests in a browser" cargo test --locked --workspace --test site --test harness \
		-- --test-threads=2

size:
	@$(STEP) "Size of the first load" $(PROGRAM) xtask size
