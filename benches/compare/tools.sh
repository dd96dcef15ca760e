#!/bin/sh
# Fetches what `cargo bench --bench compare` compares with, into target/bench-tools: OR-Tools for CP-SAT, and cmake and
# libclang, without which HiGHS is not built. Then, in the same shell:
#   . benches/compare/tools.sh && cargo bench --bench compare --features highs
cd "$(git rev-parse --show-toplevel)" || return 1 2>/dev/null || exit 1
python3 -m venv target/bench-tools
target/bench-tools/bin/pip install --quiet ortools==9.15.6755 cmake libclang
export PATH="$PWD/target/bench-tools/bin:$PATH"
LIBCLANG_PATH="$(dirname "$(find "$PWD/target/bench-tools" -name 'libclang.so*' | head -n 1)")"
export LIBCLANG_PATH
