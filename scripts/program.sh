#!/usr/bin/env bash
# Runs a program of the workspace: scripts/program.sh wsis|xtask argument...
#
# `make check` and `make test` build both with the rest of the workspace and name the folder in WSIS_PROGRAMS. Built
# alone, a program has dependencies with fewer features, so all of them would be compiled a second time.
set -euo pipefail

program=$1
shift
if [[ -n ${WSIS_PROGRAMS:-} ]]; then
    exec "$WSIS_PROGRAMS/$program" "$@"
fi
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec cargo run --quiet --locked --manifest-path "$root/Cargo.toml" --bin "$program" -- "$@"
