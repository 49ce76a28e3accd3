# case_mistakes.sh - typical mistakes of authors, each through the command line in both languages: the line, the cause, the
# remedy and an example; several mistakes of one file in one run; no English of Lua in Vietnamese.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Xã Tân Quý" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
python3 "$SEN_ROOT/tests/lua/mistakes.py" || bad=1
finish
