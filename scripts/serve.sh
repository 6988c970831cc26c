#!/usr/bin/env bash
# Builds the app and its data, serves both on this machine and rebuilds on every change: scripts/serve.sh [--release]
# PORT chooses the port.
set -euo pipefail

PORT=${PORT:-8080}
HOST=127.0.0.1

# Is anything listening on the port?
taken() { (exec 3<>"/dev/tcp/$HOST/$PORT") 2>/dev/null; }

# Does the start page come back whole?
answers() (
    exec 2>/dev/null 3<>"/dev/tcp/$HOST/$PORT" || exit 1
    printf 'GET / HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$HOST" "$PORT" >&3
    read -r -t 5 status <&3 && [[ $status == HTTP/*" 200"* ]]
)

if ! [[ $PORT =~ ^[0-9]{1,5}$ ]] || ((10#$PORT < 1 || 10#$PORT > 65535)); then
    echo "PORT must be a number from 1 to 65535, not «$PORT»." >&2
    exit 1
fi
if taken; then
    echo "Port $PORT is taken by another program: choose a free one, for example «make serve PORT=$((PORT % 65000 + 1))»." >&2
    exit 1
fi

echo "Building the matrix (the first time takes a few minutes)"
# trunk says much while it builds; the address comes when there is something to see at it.
server=$$
{
    while kill -0 "$server" 2>/dev/null; do
        sleep 0.5
        if answers; then
            printf '\nThe matrix is at http://%s:%s/ (Ctrl+C stops it)\n' "$HOST" "$PORT"
            break
        fi
    done
} &
exec trunk serve "$@" --offline --locked --address "$HOST" --port "$PORT" --disable-address-lookup
