# case_docx_truth.sh - twelve plans as twelve different Word files, made here (variants.py), against the truth a person wrote: their
# mean must be that of a trusted importer, whatever Word did to them.
. "$SEN_ROOT/tests/lib.sh"
need_shared
[ -f "$SEN_BIN/plugins/docx/docx.so" ] || { not_ok "the reader of Word files is not built (./build.sh deps)"; exit 1; }
export PYTHONPATH=$SEN_ROOT/tests/readers PYTHONDONTWRITEBYTECODE=1
G=$SEN_ROOT/tests/golden
while read -r how plan; do
    n=$(basename "$plan")
    python3 "$SEN_ROOT/tests/readers/variants.py" "$how" "$G/$plan.txt" "$n.docx"
    sen import "$n.docx" --dry-run --json >got.json 2>err || not_ok "$n as a Word file ($how) is read" "$(head -3 err)"
    printf '%s %s %s\n' "$n" "$how" "$(python3 "$SHARED/plans/score.py" "$G/$plan.expected.json" got.json | awk '/^SCORE/ {print $2}')" >>scores
done <<'LIST'
typed plans/hoi-lhpn-huyen-2018
typed+pages plans/thanh-pho-chi-tieu
numbered plans/phuong-2026
numbered+pages plans/huyen-giao-phong
tables plans/phu-luc-tab
tables+pages plans/quyet-dinh-kem-ke-hoach
nested plans/phuong-hai-cap-2026
changed plans/dang-uy-phuong
runs plans/ban-vstbpn-tinh-2015
vni held-out/quan-2021-so-trang
tcvn plans/dang-uy-xa-kh05
runs+pages held-out/hoi-lhpn-tinh-2024-hai-cham
LIST
is "all twelve are scored" 12 "$(grep -c ' [01][.][0-9]*$' scores)"
awk '{ if ($3 < 0.95) bad = bad " " $0; sum += $3 } END { printf "# mean %.3f\n", sum / NR; exit (bad != "" || sum / NR < 0.98) }' scores &&
    ok "none below 0.95, the mean at least 0.98" || not_ok "none below 0.95, the mean at least 0.98" "$(sort -k3 scores | head -6)"
finish
