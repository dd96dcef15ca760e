#!/usr/bin/env bash
# Builds recuse.html: the page, and the whole program behind it, as one file that opens by a double click.
# Ends with 3 where no compiler for WebAssembly can be had, and says why. The compiler works for some minutes, the first time.
#   tools/single-file.sh [FILE]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
file="${1:-$target/recuse.html}"
compiler="$("$root/tools/wasm-compiler.sh")"
"$compiler" build --locked --release --target wasm32-wasip1 --manifest-path "$root/wasm/Cargo.toml" --target-dir "$target/single-file"
cargo run --locked --quiet --manifest-path "$root/Cargo.toml" --example single-file -- \
    "$target/single-file/wasm32-wasip1/release/recuse_page.wasm" "$file"
