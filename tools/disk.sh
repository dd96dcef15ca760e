#!/usr/bin/env bash
# What happens where the disk is full, and where nothing may be written: `generate`, `export`, `check --annotate` and a move in the
# page on a small disk of its own. Each must say so, and every file that was there must be as it was, with none beside it.
# Needs Linux, root or user namespaces, and curl.
#   tools/disk.sh [PROGRAM]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
program="$(realpath "${1:-$root/target/release/recuse}")"
if [ "${IN_NAMESPACE:-}" != 1 ]; then
    IN_NAMESPACE=1 exec unshare --mount --map-root-user "$0" "$program"
fi
disk="$(mktemp -d)"
trap 'umount "$disk" 2>/dev/null; rmdir "$disk"' EXIT
mount -t tmpfs -o size=1m tmpfs "$disk"

state() { (cd "$disk" && find . -type f ! -name filling -exec sha256sum {} + | sort; find . -mindepth 1 | sort); }
failures=0
# The command fails, says something with these words, and changes nothing.
refused() { # WHAT WORDS ARGUMENT…
    local what="$1" words="$2" before said status=0
    shift 2
    before="$(state)"
    said="$(cd "$disk" && "$program" "$@" --lang en 2>&1)" || status=$?
    if [ "$status" -lt 2 ]; then echo "WRONG: $what ended with $status"; failures=1; fi
    if ! grep -qiE "$words" <<< "$said"; then echo "WRONG: $what said: $said"; failures=1; fi
    if [ "$before" != "$(state)" ]; then echo "WRONG: $what left other files"; diff <(echo "$before") <(state) || true; failures=1; fi
    echo "$what: $(grep -iE -m1 "$words" <<< "$said")"
}

cp "$root"/data/school-small/*.csv "$root"/data/school-small/*.toml "$disk"
(cd "$disk" && "$program" generate -q --proof roster.proof) || [ $? = 1 ]
for left in 0 4 16 32; do
    rm -f "$disk/filling"
    dd if=/dev/zero of="$disk/filling" bs=1k count=2048 status=none 2>/dev/null || true
    truncate -s "-${left}k" "$disk/filling"
    [ "$left" -ge 16 ] || refused "generate, $left KiB left" "No space left" generate --force --proof roster.proof
    [ "$left" -ge 16 ] || refused "check --annotate, $left KiB left" "No space left" check roster.csv --annotate marked.xlsx
    refused "export, $left KiB left" "No space left" export roster.csv --draft -o sheets
done

# A move in the page is refused on the full disk, and done once there is room.
rm -f "$disk/filling"
before="$(state)"
exec 3< <(cd "$disk" && exec "$program" serve . --no-open --lang en)
server=$!
read -r address <&3
page="${address%%/\?*}"
ask() { curl -s -b "$disk.cookies" -c "$disk.cookies" -H "Origin: $page" -H 'Content-Type: application/json' "$@"; }
ask -o /dev/null "$address"
move() {
    local revision
    revision="$(ask "$page/api/roster" | grep -o '"revision":[0-9]*' | head -1)"
    ask -w ' %{http_code}' -d "{$revision,\"edits\":[{\"cell\":[0,0,0],\"person\":null}]}" "$page/api/edit?lang=en"
}
for left in 0 4 8 12 16 20; do
    before="$(state)"
    dd if=/dev/zero of="$disk/filling" bs=1k count=2048 status=none 2>/dev/null || true
    truncate -s "-${left}k" "$disk/filling"
    said="$(move)"
    echo "a move in the page, $left KiB left: ${said:0:110}"
    case "$said" in
    *" 200") ;;
    *"No space left"*" 422") if [ "$before" != "$(state | grep -v filling)" ]; then
        echo "WRONG: the move left other files"; diff <(echo "$before") <(state) || true; failures=1
    fi ;;
    *) echo "WRONG: not said"; failures=1 ;;
    esac
    rm -f "$disk/filling"
done
said="$(move)"
case "$said" in *" 200") echo "the same move, with room: done" ;; *) echo "WRONG: $said"; failures=1 ;; esac
kill "$server"
wait "$server" 2>/dev/null || true
rm -f "$disk.cookies"

mount -o remount,ro "$disk"
refused "generate, nothing may be written" "Read-only" generate --force
refused "export, nothing may be written" "Read-only" export roster.csv --draft -o sheets
refused "serve, nothing may be written" "Read-only" serve . --no-open
mount -o remount,rw "$disk"
(cd "$disk" && "$program" generate -q --force --proof roster.proof) || [ $? = 1 ]
exit "$failures"
