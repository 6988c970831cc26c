#!/usr/bin/env bash
# Runs one step of a longer run: scripts/step.sh "Heading" command argument...
set -uo pipefail

heading=$1
shift
printf '\n== %s\n' "$heading"
SECONDS=0
"$@"
code=$?
took="$((SECONDS / 60)) min $((SECONDS % 60)) s"
if ((code == 0)); then
    printf -- '-- %s: done in %s\n' "$heading" "$took"
else
    printf -- '-- %s: FAILED after %s\n' "$heading" "$took" >&2
fi
exit "$code"
