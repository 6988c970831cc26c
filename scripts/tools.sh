#!/usr/bin/env bash
# Gets what the project needs onto this machine: once, outside the clone, saying what it does; silent when all is there.
#
#   scripts/tools.sh check   the Rust toolchain, a C linker, wasm-bindgen, the checks of npm, typos and cargo-deny
#   scripts/tools.sh serve   the Rust toolchain, a C linker, wasm-bindgen, trunk and wasm-opt
#   scripts/tools.sh test    all of these, and a browser, its driver and fonts; nginx, Caddy and Apache
#   scripts/tools.sh path    prints the PATH on which all of it is found
#   scripts/tools.sh npm     prints the folder of the packages of npm
#
# Every version has one home: rust-toolchain.toml, Cargo.lock (wasm-bindgen), scripts/npm, scripts/pip (typos), and the
# lines here.
set -euo pipefail

TRUNK=0.22.1
CARGO_DENY=0.20.2

cd "$(dirname "${BASH_SOURCE[0]}")/.."

BINARYEN=$(sed -n 's/.*"binaryen": "\([0-9.]*\)".*/\1/p' scripts/npm/package.json)
WASM_BINDGEN=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock 2>/dev/null) || true
TOOLS=${WSIS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/wsis-sdg-matrix/tools}
TRUNK_DIR=$TOOLS/trunk-$TRUNK
CARGO_DENY_DIR=$TOOLS/cargo-deny-$CARGO_DENY
WASM_BINDGEN_DIR=$TOOLS/wasm-bindgen-cli-${WASM_BINDGEN:-unknown}
NPM_DIR=$TOOLS/npm-$(cksum <scripts/npm/package-lock.json | cut -d ' ' -f 1)
TYPOS=$(sed -n 's/^typos==\([0-9.]*\).*/\1/p' scripts/pip/requirements.txt)
TYPOS_DIR=$TOOLS/typos-$TYPOS
SERVERS_DIR=$TOOLS/servers

# --- Words ------------------------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command whose output matters only when it fails.
quietly() {
    local log=$TOOLS/last.log
    "$@" >"$log" 2>&1 </dev/null || {
        local code=$?
        tail -n 20 "$log" >&2
        return "$code"
    }
}

# --- Where things are -------------------------------------------------------------------------------------------------

# The tools first, and rustup's cargo before any other: only that one knows the pinned toolchain.
full_path() {
    local path=$PATH rustup cargo
    rustup=$(command -v rustup || command -v "${CARGO_HOME:-$HOME/.cargo}/bin/rustup" || true)
    cargo=$(command -v cargo || true)
    if [[ -n $rustup && $cargo != "${rustup%/*}/cargo" ]]; then
        path=${rustup%/*}:$path
    fi
    # Before wasm-bindgen the step that trunk has no hook for.
    # Behind everything the servers: ours, or those that only an administrator has on the PATH.
    printf '%s' "$PWD/scripts/trunk:$TRUNK_DIR/bin:$WASM_BINDGEN_DIR/bin:$NPM_DIR/node_modules/.bin:$TYPOS_DIR/bin:$CARGO_DENY_DIR/bin:$path:/usr/sbin:$SERVERS_DIR/bin"
}

# --- What is there ----------------------------------------------------------------------------------------------------

# One value, or the values of a one-line list, of rust-toolchain.toml.
pinned() { sed -n "s/^$1 *= *//p" rust-toolchain.toml | tr -d '[]",'; }

has_toolchain() {
    local channel installed part
    channel=$(pinned channel)
    installed=$(rustup toolchain list)
    grep -q "^$channel-" <<<"$installed" || return 1
    installed=$(RUSTUP_AUTO_INSTALL=0 rustup component list --installed --toolchain "$channel")
    for part in $(pinned components); do
        grep -q "^$part\(-\|\$\)" <<<"$installed" || return 1
    done
    for part in $(pinned targets); do
        grep -qx "rust-std-$part" <<<"$installed" || return 1
    done
}

has_trunk() { [[ $(trunk --version 2>/dev/null) == "trunk $TRUNK" ]]; }

has_cargo_deny() { [[ $(cargo-deny --version 2>/dev/null) == "cargo-deny $CARGO_DENY" ]]; }

has_wasm_bindgen() { [[ $(wasm-bindgen --version 2>/dev/null) == "wasm-bindgen $WASM_BINDGEN" ]]; }

# Whole or not there at all.
has_npm_packages() { [[ -d $NPM_DIR ]]; }

# Ours is slow to start and known to be right; a foreign one is asked.
has_wasm_opt() {
    has_npm_packages || [[ $(wasm-opt --version 2>/dev/null) == "wasm-opt version ${BINARYEN%%.*}"* ]]
}

has_typos() { [[ $(typos --version 2>/dev/null) == "typos-cli $TYPOS" ]]; }

# A linker, and what it links every program with.
has_linker() {
    has cc && { [[ $(uname) != Linux ]] || [[ $(cc -print-file-name=crt1.o) == */* ]]; }
}

has_servers() { has nginx && has caddy && has apache2; }

has_package() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# Only the checks need more of npm than wasm-opt.
npm_is_complete() {
    if [[ $1 == serve ]]; then has_wasm_opt; else has_npm_packages; fi
}

# The Debian packages that `check`, `serve` or `test` still lacks.
missing_packages() {
    has_linker || say gcc libc6-dev
    has node || say nodejs
    npm_is_complete "$1" || has npm || say npm
    [[ $1 == serve ]] || has_typos || python3 -m pip --version >/dev/null 2>&1 || say python3-pip
    [[ $1 == test ]] || return 0
    has chromium || say chromium
    has chromedriver || say chromium-driver
}

# Fonts are wished for, not required: elsewhere than on Debian they are the machine's own affair.
missing_fonts() {
    local font
    [[ $1 == test ]] && has dpkg-query || return 0
    for font in fonts-noto-core fonts-noto-cjk; do
        has_package "$font" || say "$font"
    done
}

# Is everything there that is required?
complete() {
    has_toolchain || return 1
    [[ -z $(missing_packages "$1") ]] || return 1
    npm_is_complete "$1" || return 1
    [[ $1 == serve ]] || { has_typos && has_cargo_deny; } || return 1
    has_wasm_bindgen || return 1
    [[ $1 == check ]] || has_trunk || return 1
    # Elsewhere than on Debian a missing server fails its test, which says what to install.
    [[ $1 != test ]] || ! has apt-get || has_servers
}

# --- Getting it -------------------------------------------------------------------------------------------------------

# One installation at a time; the second one then finds everything done.
lock() {
    mkdir -p "$TOOLS" 2>/dev/null || true
    [[ -w $TOOLS ]] ||
        die "The tools cannot be put into $TOOLS: set WSIS_TOOLS to a folder you can write to and run this again."
    has flock || return 0
    exec 9>"$TOOLS/.lock"
    flock -n 9 || {
        say "Another installation is running: waiting for it"
        flock 9
    }
}

administrator() { [[ $(id -u) == 0 ]] || { has sudo && sudo -n true 2>/dev/null; }; }

# apt-get as administrator.
administer() {
    local root=()
    [[ $(id -u) == 0 ]] || root=(sudo -n)
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@"
}

renew_list() {
    quietly administer update || say "The list of Debian packages could not be renewed: trying with the one that is here"
}

debian_packages() {
    local packages=$1
    has apt-get ||
        die "There is no apt-get here: install what Debian calls $packages in this system's own way and run this again."
    administrator ||
        die "Only an administrator can install $packages: run «sudo apt-get install $packages», then this again."
    say "Installing the Debian packages $packages (a few minutes, once)"
    renew_list
    # shellcheck disable=SC2086  # a list of names
    quietly administer install -y --no-install-recommends $packages ||
        die "Debian could not install $packages: see the lines above, then run this again."
}

packages() {
    local missing fonts
    missing=$(missing_packages "$1" | tr '\n' ' ')
    fonts=$(missing_fonts "$1" | tr '\n' ' ')
    if [[ -z $missing && -n $fonts ]] && ! administrator; then
        say "The tests would like ${fonts% }, which only an administrator can install: pictures of some scripts may differ."
        return
    fi
    missing=$missing$fonts
    [[ -z $missing ]] || debian_packages "${missing% }"
}

toolchain() {
    has_toolchain && return
    say "Installing Rust $(pinned channel) (about a minute, once)"
    # Without a name rustup installs what rust-toolchain.toml asks for.
    quietly rustup toolchain install --no-self-update ||
        die "rustup could not install Rust $(pinned channel): see the lines above, then run this again."
}

# build <name@version> <folder> [--locked]: quick to build rather than quick to run.
build() {
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_STRIP=debuginfo PATH=$2/bin:$PATH \
        cargo "+$(pinned channel)" install "$1" --root "$2" "${@:3}" </dev/null
}

# crate <name> <version> <folder> <minutes>: whole or not there at all.
crate() {
    local name=$1 version=$2 dir=$3 part=$3.part
    say "Installing $name $version (about $4 minutes, once)"
    rm -rf "$part"
    # A registry can lag behind, or withdraw, what a crate's own lock file names.
    build "$name@$version" "$part" --locked || {
        say "Once more, with the crates that the registry has instead of those that $name locks"
        build "$name@$version" "$part"
    } || die "$name $version could not be built: see the lines above, then run this again."
    rm -rf "$dir"
    mv "$part" "$dir"
}

trunk_cli() { has_trunk || crate trunk "$TRUNK" "$TRUNK_DIR" 5; }

cargo_deny() { has_cargo_deny || crate cargo-deny "$CARGO_DENY" "$CARGO_DENY_DIR" 3; }

wasm_bindgen_cli() { has_wasm_bindgen || crate wasm-bindgen-cli "$WASM_BINDGEN" "$WASM_BINDGEN_DIR" 2; }

npm_packages() {
    npm_is_complete "$1" && return
    local part=$NPM_DIR.part
    say "Installing the packages of scripts/npm (half a minute, once)"
    rm -rf "$part"
    mkdir -p "$part"
    cp scripts/npm/package.json scripts/npm/package-lock.json "$part"
    quietly npm ci --prefix "$part" --ignore-scripts --no-fund --no-audit ||
        die "npm could not install the packages: see the lines above, then run this again."
    rm -rf "$NPM_DIR"
    mv "$part" "$NPM_DIR"
}

typos_cli() {
    has_typos && return
    local part=$TYPOS_DIR.part
    say "Installing typos $TYPOS (a few seconds, once)"
    rm -rf "$part"
    quietly python3 -m pip install --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
        --requirement scripts/pip/requirements.txt --target "$part" ||
        die "pip could not install typos $TYPOS: see the lines above, then run this again."
    rm -rf "$TYPOS_DIR"
    mv "$part" "$TYPOS_DIR"
}

# Unpacked, not installed: Debian would start them at once and with every start of the machine. With the libraries that
# are missing here, found by a small script in the place of each.
servers() {
    has apt-get && ! has_servers || return 0
    local part=$SERVERS_DIR.part names file
    say "Unpacking nginx, Caddy and Apache for the tests (a minute, once)"
    rm -rf "$part"
    mkdir -p "$part/bin"
    ! administrator || renew_list
    names=$(apt-get install --simulate --no-install-recommends nginx caddy apache2-bin | awk '$1 == "Inst" { print $2 }')
    # shellcheck disable=SC2086  # a list of names
    (cd "$part" && quietly apt-get -qq download $names) ||
        die "Debian's nginx, caddy and apache2-bin could not be fetched: see the lines above, then run this again."
    for file in "$part"/*.deb; do
        dpkg-deb --extract "$file" "$part"
        rm "$file"
    done
    for file in "$part"/usr/sbin/nginx "$part"/usr/bin/caddy "$part"/usr/sbin/apache2; do
        [[ ! -x $file ]] || server_script "${file#"$part"/}" >"$part/bin/${file##*/}"
    done
    chmod +x "$part"/bin/*
    rm -rf "$SERVERS_DIR"
    mv "$part" "$SERVERS_DIR"
}

# server_script <program>: runs it from where it was unpacked.
server_script() {
    local libraries
    libraries=$SERVERS_DIR/usr/lib/$(cc -print-multiarch)
    printf '#!/bin/sh\nexport LD_LIBRARY_PATH="%s" APACHE_MODULES="%s"\nexec "%s" "$@"\n' \
        "$libraries" "$SERVERS_DIR/usr/lib/apache2/modules" "$SERVERS_DIR/$1"
}

everything() {
    packages "$1"
    toolchain
    npm_packages "$1"
    if [[ $1 != serve ]]; then
        typos_cli
        cargo_deny
    fi
    wasm_bindgen_cli
    [[ $1 != check ]] || return 0
    trunk_cli
    [[ $1 != test ]] || servers
}

# --- The command ------------------------------------------------------------------------------------------------------

PATH=$(full_path)
export PATH

case ${1:-} in
path)
    printf '%s\n' "$PATH"
    ;;
npm)
    printf '%s\n' "$NPM_DIR"
    ;;
check | serve | test)
    has rustup || die "rustup is missing: install it as https://rustup.rs says, open a new terminal and run this again."
    [[ -n $WASM_BINDGEN ]] || die "Cargo.lock is missing or names no wasm-bindgen: restore it with «git checkout Cargo.lock»."
    complete "$1" && [[ -z $(missing_fonts "$1") ]] && exit
    lock
    everything "$1" 9>&- # a server that a command leaves behind must not keep the lock
    complete "$1" || die "Everything was installed, yet something still does not run: remove $TOOLS and run this again."
    ;;
*)
    die "Usage: scripts/tools.sh check|serve|test|path|npm"
    ;;
esac
