# case_docx.sh - plans as Word files: typed, automatically numbered, with tables; each must read as its text does.
. "$SEN_ROOT/tests/lib.sh"
[ -f "$SEN_BIN/plugins/docx/docx.so" ] || { not_ok "the reader of Word files is not built (./build.sh deps)"; exit 1; }
export PYTHONPATH=$SEN_ROOT/tests/readers PYTHONDONTWRITEBYTECODE=1
facts() { python3 "$SEN_ROOT/tests/readers/facts.py" "$1"; }

for f in "$SEN_ROOT"/tests/golden/plans/{dang-uy-xa-kh05,phuong-2026,phan-thu-nhat,quyet-dinh-kem-ke-hoach,phu-luc-tab,phu-luc-gach-dung,lien-tich-hai-cap}.txt; do
    n=$(basename "$f" .txt)
    sen import "$f" --dry-run --json >text.json 2>/dev/null
    facts text.json >want
    for mode in typed numbered tables; do
        python3 "$SEN_ROOT/tests/readers/from_text.py" $mode "$f" $mode.docx
        exits "$n as a Word file, $mode" 0 sen import $mode.docx --dry-run --json
        printf '%s' "$out" >got.json
        facts got.json >got
        diff want got >d && ok "$n, $mode: the same facts" || not_ok "$n, $mode: the same facts" "$(head -20 d)"
    done
done
is "a Word file has no lines" "None" "$(python3 -c 'import json; print(*{n["line"] for n in json.load(open("got.json"))["nodes"]})')"
sen init ws --unit "Phường Một" --year 2026 >/dev/null
exits "a Word file goes into the workspace" 0 sen -C ws import numbered.docx
exits "and is shown" 0 sen -C ws show plan --json
finish
