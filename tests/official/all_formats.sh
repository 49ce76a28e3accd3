#!/usr/bin/env bash
# all_formats.sh [plan.txt …] - by hand, minutes long: every Word and Excel file of nine wards for each plan (default: those of
# content/plans) through the Open XML SDK validator, every PDF through pdfinfo and pdftotext. Needs validator.sh once. Prints
# what is found and a last line with the counts; ends with 1 when a file was refused.
set -u
cd "$(dirname "$0")/../.."
B=$PWD/${SEN_BUILD:-build} V=${SEN_BUILD:-build}/node/node_modules/.bin/ooxml-validator
[ -x "$V" ] || { echo "run bash tests/official/validator.sh first"; exit 1; }
w=$(mktemp -d)
trap 'rm -rf "$w"' EXIT
[ $# -gt 0 ] || set -- content/plans/*.txt
for plan in "$@"; do
    d=$w/$(basename "$plan" .txt)
    "$B/sen" init "$d" --unit "Phường Một" --unit "Phường Hai" --unit "Phường Ba" --unit "Phường Bốn" --unit "Xã Năm" --unit "Xã Sáu" \
        --unit "Xã Bảy" --unit "Xã Tám" --unit "Xã Chín" --year 2026 -q || exit 1
    "$B/sen" -C "$d" import "$plan" --date 2026-10-01 -q
    "$B/sen" -C "$d" build --for all --draft --date 2026-10-01 -q
done
look() { # file: prints its name and why when it is refused
    case $1 in
    *.pdf) pdfinfo "$1" >/dev/null && [ -n "$(pdftotext "$1" - | head -c 100)" ] || echo "REFUSED $1" ;;
    *) "$V" "$1" >"$1.said" 2>&1 || { echo "REFUSED $1"; head -n 20 "$1.said"; } ;;
    esac
}
export V
export -f look
find "$w" -path '*/out/*' \( -name '*.docx' -o -name '*.xlsx' -o -name '*.pdf' \) ! -path '*/.sen*' | sort >"$w/list"
xargs -a "$w/list" -P "${JOBS:-2}" -n 1 bash -c 'look "$0"' | tee "$w/refused"
bad=$(grep -c '^REFUSED' "$w/refused")
echo "$(grep -c docx$ "$w/list") Word, $(grep -c xlsx$ "$w/list") Excel, $(grep -c pdf$ "$w/list") PDF files; refused: $bad"
[ "$bad" -eq 0 ] && [ -s "$w/list" ]
