#!/usr/bin/env bash
# Bytes that nobody has thought of, at every door that strangers' files and requests come in by: each target of fuzz/ for so many
# seconds, from the files of data/ and tests/ on. Says how often each has run; ends with an error where one has found something,
# which lies in fuzz/artifacts then. Needs `cargo fuzz` and a nightly toolchain.
#   tools/fuzz.sh [SECONDS [TARGET…]]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root/fuzz"
seconds="${1:-60}"
[ $# = 0 ] || shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(tables policy workbook roster import proof page)

# The number that chooses a door, as a byte before the seed.
seed() { # TARGET NUMBER FILE
    mkdir -p "corpus/$1"
    local name
    name="$(sha1sum "$3" | cut -c1-16)-${2:-x}"
    { [ -z "$2" ] || printf "\\x$(printf %02x "$2")"; cat "$3"; } > "corpus/$1/$name"
}
lists=("$root"/data/school-small/*.csv)
for number in "${!lists[@]}"; do seed tables "$number" "${lists[$number]}"; done
for file in "$root"/data/*/policy.toml; do seed policy "" "$file"; done
while read -r file; do seed roster "" "$file"; done < <(find "$root/tests/habits" "$root/data/manual" \( -name "*.csv" -o -name "*.txt" \) -size -64k)
while read -r file; do seed workbook 0 "$file"; done < <(find "$root/tests" "$root/data" -name '*.xlsx' -size -64k)
while read -r file; do seed workbook 1 "$file"; done < <(find "$root/tests" "$root/data" -name '*.ods' -size -64k)
while read -r file; do seed import 0 "$file"; done < <(find "$root/tests" -name '*.fet' -size -64k)
while read -r file; do seed import 1 "$file"; done < <(find "$root/tests" -name '*.xml' -size -64k)
while read -r file; do seed import 2 "$file"; done < <(find "$root/tests" -iname 'gpu001*' -size -64k)
while read -r file; do seed import 3 "$file"; done < <(find "$root/tests" -iname 'gpu002*' -size -64k)
mkdir -p corpus/proof corpus/page
cargo run --quiet --release --manifest-path "$root/Cargo.toml" -- generate "$root/data/school-small" -q --force \
    -o corpus/roster/made --proof corpus/proof/made || [ $? = 1 ]
# A call by its place in the table, its query, its body.
printf '\x18lang=en\n{"revision":0}' > corpus/page/generate
printf '\x1clang=ru\n{"revision":1,"edits":[{"cell":[0,0,0],"person":1}]}' > corpus/page/edit

status=0
for target in "${targets[@]}"; do
    cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -max_len=65536 -timeout=1 \
        -rss_limit_mb=256 -print_final_stats=1 > "$target.log" 2>&1 || status=1
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$target.log") runs," \
        "at most $(sed -n 's/^stat::peak_rss_mb: *//p' "$target.log") MB," \
        "slowest $(sed -n 's/^stat::slowest_unit_time_sec: *//p' "$target.log") s"
done
exit "$status"
