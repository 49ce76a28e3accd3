# case_held_out.sh - forty-two plans written without sight of the importer. It must not fall below what it reached.
# Eighteen were scored once before anybody mended it for them: mean 0.966 (lowest 0.773); their classes were mended afterwards.
# Twelve came later: mean 0.969 at first sight (0.972 after one error of a truth was put right, in quan-bac-hai), and 0.983 after
# a round of work on the importer by somebody who had not opened them. The rest of their losses stands.
# Another twelve (two Word files, one Markdown, damage of many kinds): 0.962 at first sight, 0.984 once their truth was read over
# against the contract; six were then mended for (0.999), six left sealed (0.974 before that work, 0.992 after it).
. "$SEN_ROOT/tests/lib.sh"
need_shared
for f in "$SEN_ROOT"/tests/golden/held-out/*.txt "$SEN_ROOT"/tests/golden/held-out/*.docx "$SEN_ROOT"/tests/golden/held-out/*.md; do
    b=$(basename "${f%.*}")
    sen import "$f" --dry-run --json >got.json 2>/dev/null || not_ok "$b is read"
    printf '%s %s\n' "$b" "$(python3 "$SHARED/plans/score.py" "${f%.*}.expected.json" got.json | awk '/^SCORE/ {print $2}')" >>scores
done
is "all are scored" 42 "$(grep -c '[01][.][0-9]*$' scores)"
awk '{ if ($2 < 0.90) bad = bad " " $0; sum += $2 } END { printf "# mean %.3f\n", sum / NR; exit (bad != "" || sum / NR < 0.98) }' scores &&
    ok "none below 0.90, the mean at least 0.98" || not_ok "none below 0.90, the mean at least 0.98" "$(sort -k2 scores | head -5)"
finish
