#!/bin/sh
# Renders the sheets of a school to pictures, to be looked at by a person, and checks that a spreadsheet program does no harm
# to an exported roster.
#
#   tests/render.sh [SCHOOL-DIR [OUT-DIR]]       default: data/school-31 target/render
#
# DRAFT=1 stamps a roster without conflicts too; DPI=90 is the resolution of the pictures.
#
# Needs LibreOffice (writer, calc), poppler-utils, and Chromium for the web pages; what is absent is installed through apt-get
# where that is possible (as root), else that part is skipped, and the script says so. Exit code 1: the round trip changed findings, or a
# page came out empty.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
school=${1:-$root/data/school-31}
out=${2:-$root/target/render}
recuse=${RECUSE:-$root/target/debug/recuse}
failed=0

say() { printf '%s\n' "$*"; }

# need COMMAND PACKAGE…: is the command there, or can it be installed?
need() {
    command=$1
    shift
    command -v "$command" >/dev/null 2>&1 && return 0
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        say "installing $* for $command"
        # On a fresh machine the lists of packages are empty or old.
        apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
            { apt-get update >/dev/null 2>&1 && apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1; } || true
    fi
    command -v "$command" >/dev/null 2>&1 && return 0
    say "skipped: $command is not there (apt-get install $*)"
    return 1
}

[ -x "$recuse" ] || (cd "$root" && cargo build --quiet)
rm -rf "$out"
mkdir -p "$out/png" "$out/pdf" "$out/profile"

if [ -f "$school/roster.csv" ]; then
    roster=$school/roster.csv
else
    roster=$out/roster.csv
    "$recuse" generate "$school" -o "$roster" >"$out/generate.txt" 2>&1 || [ $? = 1 ]
fi
# A roster in conflict is exported as a draft.
export_sheets() {
    "$recuse" export "$roster" --data "$school" -o "$out/sheets" "$@" >"$out/export.txt" 2>&1 || [ $? = 1 ]
}
if [ -n "${DRAFT:-}" ]; then
    export_sheets --draft
else
    export_sheets || export_sheets --draft
fi
say "sheets: $out/sheets"

# office FORMAT INTO FILE…: converts through LibreOffice with a profile of its own.
office() {
    format=$1
    into=$2
    shift 2
    soffice "-env:UserInstallation=file://$out/profile" --headless --convert-to "$format" --outdir "$into" "$@" \
        >>"$out/office.txt" 2>&1
}

# pages PDF NAME: a picture per page, and no page without a word.
pages() {
    pdftoppm -r "${DPI:-90}" -png "$1" "$out/png/$2"
    count=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
    page=1
    while [ "$page" -le "$count" ]; do
        # The number of the page, the school and the stamp are there in any case.
        words=$(pdftotext -f "$page" -l "$page" "$1" - | wc -w)
        if [ "$words" -lt 10 ]; then
            say "EMPTY: page $page of $2"
            failed=1
        fi
        page=$((page + 1))
    done
    say "$2: $count pages"
}

if need pdftoppm poppler-utils; then
    for file in "$out"/sheets/*.pdf; do
        [ -f "$file" ] && pages "$file" "pdf-$(basename "$file" .pdf)"
    done
    if need soffice libreoffice-writer libreoffice-calc; then
        mkdir -p "$out/pdf/docx" "$out/pdf/xlsx"
        office pdf "$out/pdf/docx" "$out"/sheets/*.docx
        office pdf "$out/pdf/xlsx" "$out"/sheets/*.xlsx
        for kind in docx xlsx; do
            for file in "$out/pdf/$kind"/*.pdf; do
                pages "$file" "$kind-$(basename "$file" .pdf)"
            done
        done
    fi
fi

# browser FILE OPTION: a page as the browser shows or prints it.
browser() {
    timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1250,1400 \
        --no-pdf-header-footer "$2" "file://$1" >>"$out/chromium.txt" 2>&1 || say "chromium failed on $(basename "$1")"
}

if need chromium chromium; then
    mkdir -p "$out/pdf/html"
    for file in "$out"/sheets/*.html; do
        name=$(basename "$file" .html)
        browser "$file" "--screenshot=$out/png/screen-$name.png"
        browser "$file" "--print-to-pdf=$out/pdf/html/$name.pdf"
        if [ -f "$out/pdf/html/$name.pdf" ] && need pdftoppm poppler-utils; then
            pages "$out/pdf/html/$name.pdf" "html-$name"
        fi
    done
fi

# The round trip: opened and saved by a spreadsheet program, the roster has the same findings. Rows and sheets are named by
# where they stand, and cells have names in a workbook only, so no more than those may differ.
findings() {
    "$recuse" check "$1" --data "$school" --format json 2>/dev/null |
        sed -e 's/"row": *[0-9]*/"row": 0/g' -e 's/"sheet": *\("[^"]*"\|null\)/"sheet": null/g' -e '/^ *"cell": /d'
}

if need soffice libreoffice-calc; then
    mkdir -p "$out/saved"
    findings "$roster" >"$out/findings-original.json" || true
    office xlsx "$out/saved" "$out"/sheets/*.xlsx
    office ods "$out/saved" "$out"/sheets/*.xlsx
    if [ -f "$out/sheets/tables/roster.csv" ]; then
        case $(head -n 1 "$out/sheets/tables/roster.csv") in
        *\;*) mark=59 ;;
        *) mark=44 ;;
        esac
        soffice "-env:UserInstallation=file://$out/profile" --headless --infilter="CSV:$mark,34,76,1,,0,true,false" \
            --convert-to "csv:Text - txt - csv (StarCalc):$mark,34,76,1,,0,false,true" --outdir "$out/saved" "$out/sheets/tables/roster.csv" \
            >>"$out/office.txt" 2>&1
    fi
    for file in "$out"/sheets/*.xlsx "$out"/saved/*; do
        findings "$file" >"$out/findings.json" || true
        if [ -s "$out/findings.json" ] && cmp -s "$out/findings-original.json" "$out/findings.json"; then
            say "round trip: $(basename "$(dirname "$file")")/$(basename "$file") gives the same findings"
        else
            say "ROUND TRIP: $file gives other findings"
            cp "$out/findings.json" "$out/findings-$(basename "$file").json"
            failed=1
        fi
    done
fi

# A roster made by hand, corrected and annotated in its own workbook: the program opens both, and once saved by it they give
# the findings they gave before; the annotated one, those of the roster.
hand=$root/data/manual/faults-rules.csv
if need soffice libreoffice-calc && [ "$school" = "$root/data/school-31" ]; then
    mkdir -p "$out/hand/saved"
    for kind in xlsx ods; do
        soffice "-env:UserInstallation=file://$out/profile" --headless --infilter="CSV:59,34,76,1,,0,true,false" \
            --convert-to "$kind" --outdir "$out/hand" "$hand" >>"$out/office.txt" 2>&1
        "$recuse" check "$out/hand/faults-rules.$kind" --data "$school" -q --fix "$out/hand/fixed-$kind.$kind" \
            --annotate "$out/hand/annotated-$kind.xlsx" >"$out/check.txt" 2>&1 || [ $? = 1 ]
    done
    findings "$hand" >"$out/findings-hand.json" || true
    for file in "$out"/hand/fixed-* "$out"/hand/annotated-*; do
        name=$(basename "$file")
        ending=${name##*.}
        office "$ending" "$out/hand/saved" "$file"
        # A comment, and a colour, change no finding.
        for copy in "$file" "$out/hand/saved/$name"; do
            findings "$copy" >"$out/findings.json" || true
            case $name in
            fixed-*) [ -f "$out/findings-fixed.json" ] || cp "$out/findings.json" "$out/findings-fixed.json"
                wanted=$out/findings-fixed.json ;;
            *) wanted=$out/findings-hand.json ;;
            esac
            if [ -s "$out/findings.json" ] && cmp -s "$wanted" "$out/findings.json"; then
                say "by hand: $copy gives the findings it should"
            else
                say "BY HAND: $copy gives other findings"
                failed=1
            fi
        done
    done
    if grep -q '"severity": "\(forbid\|always\)"' "$out/findings-fixed.json"; then
        say "BY HAND: the corrected roster has conflicts"
        failed=1
    fi
    if need pdftoppm poppler-utils; then
        office pdf "$out/pdf" "$out"/hand/annotated-xlsx.xlsx
        pdftoppm -r 60 -png "$out/pdf/annotated-xlsx.pdf" "$out/png/annotated"
    fi
fi

rm -rf "$out/profile"
say "pictures: $out/png"
exit $failed
