#!/usr/bin/env bash
# case_views.sh - the views v_* of sen.db are a contract: their columns of today stay, in order; new ones only follow. Read with
# the sqlite3 shell, as a person would; every SQL block of the manual page runs.
. "$SEN_ROOT/tests/lib.sh"
want=$SEN_ROOT/tests/cli/views.txt
page=$SEN_ROOT/content/manual/07-xem-du-lieu-bang-sqlite3.md
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
sen -C ws --date 2026-06-30 import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
sen -C ws --date 2026-06-30 tick action-month/plan >/dev/null 2>&1
sen -C ws --date 2026-06-30 record people-reached nam=120 nu=180 --period 2026-Q2 >/dev/null 2>&1
q() { sqlite3 -readonly ws/sen.db "$@"; }
q "SELECT m.name || ': ' || group_concat(c.name, ' ') FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'view'
   GROUP BY m.name ORDER BY m.name" >got
[ -n "${SEN_WRITE_EXPECT:-}" ] && cp got "$want"
n=0
while IFS= read -r line; do
    n=$((n + 1))
    have=$(grep "^${line%%:*}: " got)
    case "$have " in "$line "*) ok "${line%%:*} has its columns" ;; *) not_ok "${line%%:*} has its columns" "want: $line" "got:  $have" ;; esac
done <"$want"
[ $n -ge 29 ] && ok "$n views are frozen" || not_ok "$n views are frozen"
is "v_help names every other view" "$(sed 's/:.*//' got | grep -v v_help | sort | xargs)" "$(q 'SELECT view FROM v_help ORDER BY view' | xargs)"
for v in $(sed 's/:.*//' got); do q "SELECT * FROM $v" >"$v.rows" 2>"$v.err" && [ ! -s "$v.err" ] || not_ok "$v can be read" "$(cat "$v.err")"; done
for v in v_plans v_nodes v_ticks v_values v_journal v_changes v_legal v_actors; do
    [ -s "$v.rows" ] && ok "$v shows what was recorded" || not_ok "$v shows what was recorded"
done
# the manual: every ```sql block runs, every sqlite3 command works
python3 - "$page" <<'PY'
import re, sys
for i, b in enumerate(re.findall(r'^```sql\n(.*?)^```', open(sys.argv[1], encoding='utf-8').read(), re.S | re.M)): open('block%d.sql' % i, 'w').write(b)
PY
n=0
for b in block*.sql; do
    exits "the manual's query: $(head -c 50 "$b")…" 0 sqlite3 -readonly -bail ws/sen.db ".read $b"
    [ -n "$out" ] && [ -z "$err" ] && ok "… finds something" || not_ok "… finds something" "$err"
    n=$((n + 1))
done
is "there are four" 4 $n
cd ws || exit 1
grep '^sqlite3 ' "$page" >../commands
while IFS= read -r c; do exits "${c:0:60}…" 0 bash -c "$c"; done <../commands
is "so-lieu.csv has a heading" "unit,indicator" "$(head -1 so-lieu.csv | cut -d, -f1,2)"
finish
