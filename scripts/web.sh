#!/usr/bin/env bash
# Checks of JavaScript, style sheets and documents: scripts/web.sh scripts|styles|links
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
NODE_PATH=$(scripts/tools.sh npm)/node_modules
export NODE_PATH

case ${1:-} in
scripts)
    # Two worlds with globals of their own: pages, and the service worker.
    tsc --project web --typeRoots "$NODE_PATH/@types"
    tsc --project web/worker --typeRoots "$NODE_PATH/@types"
    eslint --config web/eslint.config.cjs web public examples style tests/bench
    ;;
styles)
    stylelint --config style/stylelint.config.cjs --config-basedir "$NODE_PATH" "style/**/*.css"
    ;;
links)
    remark --no-config --no-stdout --frail --quiet --use "$NODE_PATH/remark-validate-links/index.js=repository:false" .
    ;;
*)
    echo "Usage: scripts/web.sh scripts|styles|links" >&2
    exit 1
    ;;
esac
