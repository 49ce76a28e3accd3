# case_plans.sh - the three plans that ship with Sen, read and compared with what a person reads in them (tests/content/truth).
. "$SEN_ROOT/tests/lib.sh"
need_shared
n=0
for f in "$SEN_ROOT"/content/plans/*.txt; do
    b=$(basename "$f" .txt)
    t=$SEN_ROOT/tests/content/truth/$b.json
    [ -f "$t" ] || { not_ok "$b has its truth"; continue; }
    n=$((n + 1))
    exits "$b is read" 0 sen import --dry-run --json "$f"
    printf '%s' "$out" >"$b.json"
    score=$(python3 "$SHARED/plans/score.py" "$t" "$b.json" | sed -n 's/^SCORE //p')
    if python3 -c "import sys; sys.exit(0 if float('${score:-0}') >= 0.95 else 1)"; then ok "$b scores $score"
    else not_ok "$b scores ${score:-nothing}, wanted 0.95" "$(python3 "$SHARED/plans/score.py" -v "$t" "$b.json" | head -40)"; fi
done
is "three plans" 3 "$n"
finish
