#!/usr/bin/env bash
# case_migration.sh - a workspace kept by the released version 1 of the database is brought up to date on first use: a backup
# first, every row kept, the journal still whole, older commands still undone. tests/cli/v1 was written by that version.
. "$SEN_ROOT/tests/lib.sh"
fresh() { rm -rf ws; cp -r "$SEN_ROOT/tests/cli/v1" ws; chmod -R u+w ws; }
q() { sqlite3 -readonly "$@"; }
fresh
is "it is version 1" 1 "$(q ws/sen.db 'PRAGMA user_version')"
for v in v_ticks v_values v_journal v_changes v_statements v_nodes v_versions v_units; do q ws/sen.db "SELECT * FROM $v" >"$v.before"; done
exits "a reading command opens it" 0 sen -C ws --date 2026-12-01 show plan --json
has "it says so and names the copy" "sen.db.v1.bak" "$err"
is "it is version 2 now" 2 "$(q ws/sen.db 'PRAGMA user_version')"
is "the backup is version 1" 1 "$(q ws/sen.db.v1.bak 'PRAGMA user_version')"
for v in v_ticks v_values v_journal v_changes v_statements v_nodes v_versions v_units; do
    q ws/sen.db "SELECT * FROM $v" >"$v.after"
    cmp -s "$v.before" "$v.after" && ok "$v kept every row" || not_ok "$v kept every row" "$(diff "$v.before" "$v.after" | head -5)"
done
sen init new --unit "Phường An Hòa" --unit "Xã Tân Quy" --year 2026 >/dev/null
q new/sen.db "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2" >made
q ws/sen.db "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2" >grown
cmp -s made grown && ok "it has exactly the schema of a new one" || not_ok "it has exactly the schema of a new one" "$(diff made grown | head -5)"
exits "opened again it says nothing" 0 sen -C ws --date 2026-12-01 show units
is "no second note" "" "$err"
exits "the doctor finds it sound, journal and all" 0 sen -C ws doctor
exits "an older command is taken back" 0 sen -C ws undo
has "the newest edit" "task:action-month.lead" "$out"
is "the statement before it stands again" 1 "$(grep -c '^sua.nhiem_vu "action-month" { chu_tri = "women"' ws/units/phuong-an-hoa/scripts/ward.lua)"
exits "three more" 0 sen -C ws undo 3
is "the figure is gone" 0 "$(q ws/sen.db 'SELECT count(*) FROM v_values')"
exits "still sound" 0 sen -C ws doctor
# a migration that cannot write its backup leaves the old file
fresh
mkdir ws/sen.db.v1.bak
exits "a backup gets another name when that one is taken" 0 sen -C ws show units
[ -f ws/sen.db.v1-2.bak ] && ok "sen.db.v1-2.bak" || not_ok "sen.db.v1-2.bak" "$(ls ws)"
# what is no version 1 is refused and stays as it was
fresh
sqlite3 ws/sen.db "CREATE TABLE mine(x)"
before=$(sha256sum <ws/sen.db)
exits "a version 1 with a table of its own is not taken" 3 sen -C ws show units
is "and not touched" "$before" "$(sha256sum <ws/sen.db)"
finish
