#!/usr/bin/env bash
# The page in a real browser: unit tests of its scripts, then the tests beside this file against the real program.
# With a file (tools/single-file.sh builds it): the same page as one file, opened from the disk, in Chromium and Firefox.
# Node and browsers are taken from the system, or installed with apt-get by root or through sudo; where neither is possible
# this says so and passes. Everything fetched is locked (package-lock.json) and kept under target/.
#   tests/browser/run.sh [RECUSE.HTML]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
export BROWSER_TOOLS="$target/browser"

skip() {
    echo "browser tests skipped: $1"
    exit 0
}

# The first of these commands that is here.
first_of() {
    for name in "$@"; do
        command -v "$name" && return
    done
}
browser() { first_of chromium chromium-browser google-chrome; }

# apt-get as root, or through a sudo that asks for no password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install() {
    command -v apt-get >/dev/null || return 0
    as_root true 2>/dev/null || return 0
    echo "browser tests: installing $*"
    local get=(env DEBIAN_FRONTEND=noninteractive apt-get -qq)
    as_root "${get[@]}" install -y "$@" >/dev/null 2>&1 && return
    as_root "${get[@]}" update >/dev/null 2>&1 || true
    as_root "${get[@]}" install -y "$@" >/dev/null || true
}

# The program as `cargo test` builds it: asked for beside a test, so that nothing is compiled again after `cargo test`,
# whose features of dependencies are not those of `cargo build`.
program() {
    cargo test --locked --quiet --manifest-path "$root/Cargo.toml" --no-run --test architecture \
        --message-format json-render-diagnostics | sed -n 's/.*"executable":"\([^"]*\/recuse\)".*/\1/p'
}

command -v node >/dev/null || install nodejs
command -v node >/dev/null || skip "there is no node, and it cannot be installed here"
single="${1:+$(realpath "$1")}"
[ -n "$single" ] || node --test "$root"/tests/page/*.test.js

command -v npm >/dev/null || install npm
command -v npm >/dev/null || skip "there is no npm, and it cannot be installed here"
[ -n "$(browser)" ] || install chromium fonts-liberation
CHROMIUM="$(browser)" || true
[ -n "$CHROMIUM" ] || skip "there is no Chromium, and it cannot be installed here"
export CHROMIUM

mkdir -p "$BROWSER_TOOLS"
if ! cmp -s "$here/package-lock.json" "$BROWSER_TOOLS/installed.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$BROWSER_TOOLS/"
    npm ci --prefix "$BROWSER_TOOLS" --ignore-scripts --no-audit --no-fund --silent ||
        skip "playwright-core and axe-core cannot be fetched"
    cp "$here/package-lock.json" "$BROWSER_TOOLS/installed.json"
fi

RECUSE="$(program)"
export RECUSE
if [ -z "$single" ]; then
    served=()
    for test in "$here"/*.test.js; do
        case "$test" in */single-file.test.js | */firefox.test.js) ;; *) served+=("$test") ;; esac
    done
    exec node --test --test-concurrency=2 "${served[@]}"
fi
export RECUSE_HTML="$single"
[ -n "$(first_of firefox-esr)" ] || install firefox-esr
FIREFOX="$(first_of firefox-esr firefox)" || true
export FIREFOX
[ -n "$FIREFOX" ] || echo "Firefox skipped: it is not here, and cannot be installed"
node --test --test-concurrency=2 "$here"/single-file.test.js "$here"/firefox.test.js
