# case_init.sh - sen init, sen unit: a workspace as files a ward can read; refusals.
. "$SEN_ROOT/tests/lib.sh"
exits "init makes a workspace" 0 sen init ws --unit "Phường An Hòa" --unit "Xã Tân Quy Tây"
for f in sen.lua sen.db units/phuong-an-hoa/unit.lua units/xa-tan-quy-tay/unit.lua units/phuong-an-hoa/scripts/ward.lua inbox; do
    [ -e "ws/$f" ] && ok "init makes $f" || not_ok "init makes $f"
done
has "the profile names the unit" 'name = "Phường An Hòa"' "$(cat ws/units/phuong-an-hoa/unit.lua)"
is "the database names them too" "phuong-an-hoa|Phường An Hòa|phuong xa-tan-quy-tay|Xã Tân Quy Tây|xa" "$(sqlite3 -readonly ws/sen.db 'SELECT id, name, kind FROM v_units' | paste -sd' ')"
has "the profile knows the kind" 'kind = "phuong"' "$(cat ws/units/phuong-an-hoa/unit.lua)"
exits "init refuses a workspace that is there" 3 sen init ws --unit "Phường B"
has "and says how to add a unit" "don-vi them" "$err"
exits "init needs a unit" 2 sen init other
exits "two units with one id are refused" 3 sen init other --unit "Xã Tân" --unit "xa tan"
[ ! -e other ] && ok "and nothing is left behind" || not_ok "and nothing is left behind"
exits "the Vietnamese names work" 0 sen tao ws2 --don-vi "Xã Tân Quy"
exits "unit add" 0 sen -C ws unit add "Phường Tân Quy Đông"
is "unit list is sorted" "phuong-an-hoa phuong-tan-quy-dong xa-tan-quy-tay" "$(sen -C ws don-vi list | tr '\n' ' ' | sed 's/ $//')"
exits "unit add refuses a double" 3 sen -C ws unit add "Phường An Hòa"
exits "an unknown unit is refused" 3 sen -C ws show tasks --for khong-co
has "and the units are listed" "phuong-an-hoa" "$err"
exits "several units and no --for" 2 sen -C ws show tasks
exits "no workspace here" 4 sen -C nowhere show tasks
(cd ws/units/phuong-an-hoa && sen unit list >/dev/null) && ok "the workspace is found upwards" || not_ok "the workspace is found upwards"
is "units as JSON" '"sen-units/1"' "$(sen -C ws show units --json | grep -o '"sen-units/1"')"
exits "an unknown command" 2 sen nhâp
has "suggests the nearest" "nhap" "$err"
exits "an unknown option" 2 sen import --drry-run x
has "suggests the nearest option" "dry-run" "$err"
exits "NFD names are folded" 0 sen init ws3 --unit "$(printf 'Xa\xcc\x83 Ta\xcc\x82n Hu\xcc\x9bng')"
[ -d ws3/units/xa-tan-hung ] && ok "and give the same id" || not_ok "and give the same id" "$(ls ws3/units)"
finish
