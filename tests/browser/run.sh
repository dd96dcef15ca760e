#!/usr/bin/env bash
# The page in a real browser: unit tests of its scripts, then the tests beside this file against the real program.
# Node and Chromium are taken from the system, or installed with apt-get where that is possible; otherwise this says so and passes.
# Everything fetched goes under target/.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
export BROWSER_TOOLS="${CARGO_TARGET_DIR:-$root/target}/browser"

skip() {
    echo "browser tests skipped: $1"
    exit 0
}

browser() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" && return
    done
}

install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
    echo "browser tests: installing $*"
    apt-get install -y -qq "$@" >/dev/null 2>&1 || { apt-get update -qq && apt-get install -y -qq "$@" >/dev/null; } || true
}

command -v node >/dev/null || install nodejs
command -v node >/dev/null || skip "there is no node, and it cannot be installed here"
command -v npm >/dev/null || install npm
command -v npm >/dev/null || skip "there is no npm, and it cannot be installed here"
[ -n "$(browser)" ] || install chromium fonts-liberation
CHROMIUM="$(browser)" || true
[ -n "$CHROMIUM" ] || skip "there is no Chromium, and it cannot be installed here"
export CHROMIUM

mkdir -p "$BROWSER_TOOLS"
cp "$here/package.json" "$here/package-lock.json" "$BROWSER_TOOLS/"
if ! cmp -s "$here/package-lock.json" "$BROWSER_TOOLS/installed.json"; then
    npm ci --prefix "$BROWSER_TOOLS" --ignore-scripts --no-audit --no-fund --silent || skip "playwright-core and axe-core cannot be fetched"
    cp "$here/package-lock.json" "$BROWSER_TOOLS/installed.json"
fi

cargo build --locked --quiet --manifest-path "$root/Cargo.toml" --bin recuse
export RECUSE="${CARGO_TARGET_DIR:-$root/target}/debug/recuse"

node --test "$root"/tests/page/*.test.js
node --test --test-concurrency=2 "$here"/*.test.js
