# case_two_at_once.sh - several people at once in one workspace: no tick, figure or statement is lost, nobody sees a raw error.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
S="-C ws --date 2026-10-01"
sen $S import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
for w in 1 2 3 4 5 6 7 8; do
    for k in 1 2 3 4; do
        sen $S tick action-month/radio --on $((w * 3 - 2))/09 --note "người $w lần $k" >>said.$w 2>&1 || echo "tick $?" >>failed
        sen $S record people-reached nam=$w nu=$k --period 2026-$(printf %02d $w) >>said.$w 2>&1 || echo "record $?" >>failed
    done
    sen $S add item:action-month/viec-$w "Việc của người $w" >>said.$w 2>&1 || echo "add $?" >>failed
done &
for w in 1 2 3 4 5 6 7 8; do
    (sen $S add item:action-month/khac-$w "Việc khác $w" >>other.$w 2>&1 || echo "add $?" >>failed) &
done
for k in 1 2 3; do (sen $S show tasks --json >read.$k 2>&1 || echo "show $?" >>failed) & done
wait
is "nothing failed" "" "$(cat failed 2>/dev/null)"
L=ws/units/phuong-an-hoa/scripts/ward.lua
is "every statement is there once" 16 "$(grep -c '^them.viec' $L)"
is "and in the journal" 16 "$(python3 -c 'import sqlite3; print(sqlite3.connect("ws/sen.db").execute("select count(*) from statement").fetchone()[0])')"
is "every tick" 8 "$(python3 -c 'import sqlite3; print(sqlite3.connect("ws/sen.db").execute("select count(*) from tick").fetchone()[0])')"
is "every figure" 16 "$(python3 -c 'import sqlite3; print(sqlite3.connect("ws/sen.db").execute("select count(*) from value").fetchone()[0])')"
lacks "no raw message of the database" "locked" "$(cat said.* other.*)"
exits "doctor finds it whole" 0 sen $S doctor
exits "undo takes the last one back" 0 sen $S undo
finish
