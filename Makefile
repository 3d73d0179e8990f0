# Okno: `make run` opens the desk, `make test` runs the tests. CONTRIBUTING.md explains the rest.

PREFIX ?= /usr/local
DESTDIR ?=
# Arguments of the program: make run ARGS="--theme night"
ARGS ?=

# The standard library goes into the binary where the toolchain can do that, so that an installed
# Okno needs no toolchain beside it.
STATIC := $(shell Scripts/static-stdlib)
RELEASE := swift build --configuration release $(STATIC)
BINARY := .build/release/okno
SOURCES := $(shell find Sources Themes Package.swift -type f 2>/dev/null)

.DELETE_ON_ERROR:
.PHONY: run test build check lint format bench simulate clean install uninstall

run: $(BINARY)
	@exec $(BINARY) $(ARGS)

build: $(BINARY)

# SwiftPM leaves a finished binary alone, so `touch` tells make that it is up to date.
$(BINARY): $(SOURCES) debian-packages
	@Scripts/require-swift
	@Scripts/require-packages build
	$(RELEASE) --product okno
	@touch $@

test:
	@Scripts/require-swift
	@Scripts/require-packages build test
	@Scripts/require-pyshacl
	swift build --build-tests
	Scripts/run-tests $(ARGS)

# What CI and a reviewer want to hold: the build, the tests, the style, the layers, the catalogue.
check: build test lint
	$(BINARY) catalogue lint

lint:
	@Scripts/require-packages check
	swift format lint --strict --recursive Sources Tests Package.swift
	Scripts/check-layers
	shellcheck Scripts/run-* Scripts/require-* Scripts/check-* Scripts/static-stdlib Scripts/install-* .ci/run

format:
	swift format --in-place --recursive Sources Tests Package.swift

# Desks, a central store and a bad network from a seed: make simulate SEEDS=1..100000, and for one
# seed with all that happens SEEDS=17 ARGS=--trace.
SEEDS ?= 1..1000
simulate:
	@Scripts/require-swift
	@Scripts/require-packages build
	swift build --product simulate
	.build/debug/simulate $(SEEDS) $(ARGS)

bench:
	@Scripts/require-swift
	@Scripts/require-packages build test bench
	$(RELEASE) --product okno
	$(RELEASE) --product okno-bench
	$(RELEASE) --product TerminalProbe
	$(RELEASE) --product CursesPeer
	.build/release/okno-bench $(ARGS)

# The README's pictures, drawn from the real program.
pictures: $(BINARY)
	@Scripts/require-packages pictures
	Scripts/take-pictures $(BINARY)

install: $(BINARY)
	install -D -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/okno"
	Scripts/install-documents $(BINARY) "$(DESTDIR)$(PREFIX)/share"
	Scripts/install-units "$(PREFIX)" "$(DESTDIR)$(PREFIX)/lib/systemd/system"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/okno"
	Scripts/install-units --remove "$(DESTDIR)$(PREFIX)/lib/systemd/system"
	Scripts/install-documents --remove "$(DESTDIR)$(PREFIX)/share"

clean:
	rm -rf .build build
