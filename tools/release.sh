#!/usr/bin/env bash
# Builds what people take: recuse.html, the command for Linux (static, for any distribution) and for Windows where the compiler has that
# target; with them checksums and a list of everything inside. What cannot be built here is said and left out.
#   tools/release.sh [FOLDER]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
out="$(realpath -m "${1:-$target/release-files}")"
cd "$root"
version="$(cargo metadata --locked --no-deps --format-version 1 | sed -n 's/.*"name":"recuse","version":"\([^"]*\)".*/\1/p')"
libraries="$(rustc --print sysroot)/lib/rustlib"
rm -rf "$out"
mkdir -p "$out"

status=0
tools/single-file.sh "$out/recuse.html" || status=$?
[ "$status" = 0 ] || [ "$status" = 3 ] || exit "$status"
[ "$status" = 0 ] || echo "left out: recuse.html"

# A target of its own, so that the flags are not those of build scripts and macros too.
command_for() { # TARGET FILE
    [ -d "$libraries/$1" ] || { echo "left out: $2, as the compiler has no target $1"; return 0; }
    case "$1" in *-windows-gnu)
        command -v x86_64-w64-mingw32-gcc >/dev/null || { echo "left out: $2, as there is no linker x86_64-w64-mingw32-gcc"; return 0; } ;;
    esac
    RUSTFLAGS="-C target-feature=+crt-static" cargo build --locked --release --target "$1" --target-dir "$target"
    local built="$target/$1/release/recuse"
    case "$2" in *.exe) built="$built.exe" ;; esac
    cp "$built" "$out/$2"
}
command_for x86_64-unknown-linux-gnu "recuse-$version-linux-x86_64"
command_for x86_64-pc-windows-gnu recuse.exe

# Everything inside, by name, version and licence (CycloneDX 1.5), out of what cargo has locked.
cargo run --locked --quiet --example bill-of-materials -- "$out/recuse.cdx.json"
cp LICENSE-APACHE LICENSE-MIT "$out/"
(cd "$out" && sha256sum -- * > SHA256SUMS && cat SHA256SUMS)
