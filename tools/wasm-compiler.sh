#!/usr/bin/env bash
# A compiler for WebAssembly (wasm32-wasip1). Prints the command that stands for cargo; ends with 3 where none can be had, and says why.
# With rustup: the target is added, where its server can be reached. Else, on Debian or its kin: rustc, its library for the target and
# the linker are unpacked from the distribution's packages into a folder, with no root and nothing installed, and run by their own loader.
#   tools/wasm-compiler.sh [FOLDER]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
prefix="$(realpath -m "${1:-${CARGO_TARGET_DIR:-$root/target}/wasm-compiler}")"
target=wasm32-wasip1
packages="rustc libstd-rust-dev libstd-rust-dev-wasm32"
say() { echo "$*" >&2; }

has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }
if has_target; then echo cargo; exit; fi
if [ -x "$prefix/bin/cargo-wasm" ] && [ -e "$prefix/whole" ]; then echo "$prefix/bin/cargo-wasm"; exit; fi
if command -v rustup >/dev/null && timeout 120 rustup --quiet target add "$target" >&2 && has_target; then echo cargo; exit; fi

for tool in apt-get apt-cache dpkg-deb cc; do
    command -v "$tool" >/dev/null || { say "no compiler for WebAssembly: neither rustup's target $target nor $tool is here"; exit 3; }
done
[ "$(dpkg --print-architecture)" = amd64 ] || { say "no compiler for WebAssembly: packages are unpacked on amd64 alone"; exit 3; }
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$keys" ] || { say "no compiler for WebAssembly: the keys of Debian's archive are not here"; exit 3; }

# The mirror that this computer uses already.
mirror() {
    cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null |
        awk '/^URIs:/ {print $2; exit} /^deb / {for (i = 2; i <= NF; i++) if ($i ~ /:\/\//) {print $i; exit}}'
}
say "unpacking a compiler for WebAssembly into $prefix"
apt="$prefix/apt"
rm -rf "$prefix"
mkdir -p "$apt"/{lists/partial,cache/archives/partial} "$prefix"/{root,bin}
echo "deb [signed-by=$keys] $(mirror) sid main" > "$apt/newest.list"
# A state of its own, in which nothing is installed but a C compiler and its linker, which are the computer's own.
for package in "gcc c-compiler" "libc6-dev libc-dev" "binutils linker"; do
    read -r name provides <<< "$package"
    printf 'Package: %s\nStatus: install ok installed\nVersion: 99:99\nArchitecture: amd64\nProvides: %s\nMaintainer: nobody\nDescription: here already\n\n' \
        "$name" "$provides"
done > "$apt/status"
cat > "$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt/newest.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
APT::Install-Recommends "false";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Debug::NoLocking "true";
// A mirror that stands still keeps its last signature, which runs out; what is signed is still checked.
Acquire::Check-Valid-Until "false";
CONF
if [ "$(id -u)" = 0 ]; then echo 'APT::Sandbox::User "root";' >> "$apt/apt.conf"; fi
export APT_CONFIG="$apt/apt.conf"
fetch() {
    apt-get -q update || return
    # The linker of the same LLVM: what the library recommends.
    lld="$(apt-cache depends libstd-rust-dev-wasm32 | grep -oE 'lld-[0-9]+' | head -1)"
    # shellcheck disable=SC2086
    apt-get -q -y --download-only install $packages "${lld:-lld}"
}
fetch >&2 || { say "no compiler for WebAssembly: Debian's packages cannot be fetched"; exit 3; }
for package in "$apt"/cache/archives/*.deb; do dpkg-deb -x "$package" "$prefix/root"; done
rm -rf "$apt/cache" "$apt/lists"

libraries="$prefix/root/usr/lib/x86_64-linux-gnu"
# A program of the packages, by their own loader and libraries. rustc looks for its library beside the loader: it has to be told.
program() { # NAME FILE [ARGUMENT]
    printf '#!/bin/sh\nexec "%s/ld-linux-x86-64.so.2" --argv0 "%s" --library-path "%s" "%s" %s "$@"\n' \
        "$libraries" "${4:-$2}" "$libraries" "$2" "${3:-}" > "$prefix/bin/$1"
    chmod +x "$prefix/bin/$1"
}
program rustc "$prefix/root/usr/bin/rustc" "--sysroot '$prefix/root/usr'"
lld="$(find "$prefix"/root/usr/lib/llvm-*/bin -name lld | sort -V | tail -1)"
program wasm-ld "$lld" "" wasm-ld
cat > "$prefix/bin/cargo-wasm" <<CARGO
#!/bin/sh
# cargo as it is here, with the unpacked rustc
export RUSTC="$prefix/bin/rustc" CARGO_TARGET_WASM32_WASIP1_LINKER="$prefix/bin/wasm-ld"
exec cargo "\$@"
CARGO
chmod +x "$prefix/bin/cargo-wasm"
printf 'fn main() {}\n' > "$prefix/empty.rs"
"$prefix/bin/rustc" --target "$target" -C linker="$prefix/bin/wasm-ld" -o "$prefix/empty.wasm" "$prefix/empty.rs" >&2
touch "$prefix/whole"
echo "$prefix/bin/cargo-wasm"
