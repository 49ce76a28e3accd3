# case_held_out.sh - thirty plans written without sight of the importer. It must not fall below what it reached.
# Eighteen were scored once before anybody mended it for them: mean 0.966 (lowest 0.773); their classes were mended afterwards.
# Twelve came later: mean 0.969 at first sight (0.972 after one error of a truth was put right, in quan-bac-hai), and 0.983 after
# a round of work on the importer by somebody who had not opened them. The rest of their losses stands.
. "$SEN_ROOT/tests/lib.sh"
need_shared
for f in "$SEN_ROOT"/tests/golden/held-out/*.txt; do
    b=$(basename "$f" .txt)
    sen import "$f" --dry-run --json >got.json 2>/dev/null || not_ok "$b is read"
    printf '%s %s\n' "$b" "$(python3 "$SHARED/plans/score.py" "${f%.txt}.expected.json" got.json | awk '/^SCORE/ {print $2}')" >>scores
done
is "all are scored" 30 "$(grep -c '[01][.][0-9]*$' scores)"
awk '{ if ($2 < 0.90) bad = bad " " $0; sum += $2 } END { printf "# mean %.3f\n", sum / NR; exit (bad != "" || sum / NR < 0.98) }' scores &&
    ok "none below 0.90, the mean at least 0.98" || not_ok "none below 0.90, the mean at least 0.98" "$(sort -k2 scores | head -5)"
finish
