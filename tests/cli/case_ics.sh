# case_ics.sh - the calendar: its form, and that taking it in again updates what changed and nothing else.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
if ! sen -C ws show outputs | grep -q '^ics'; then [ "${CI:-}" = true ] && not_ok "the output ics is missing and CI=true" || ok "skipped: no libical"; finish; fi
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
F=ws/out/xa-tan-quy/calendar.ics KEPT=ws/.sen/previous/xa-tan-quy/2026/calendar.ics
read_it() { python3 "$SEN_ROOT/tests/cli/ics.py" $F >$1 2>err && ok "$2" || not_ok "$2" "$(tail -1 err)"; }
printf 'sua.su_kien "action-month-launch" { gio = "07:30", dia_diem = "Nhà văn hóa; ấp 1, xã Tân Quy", ly_do = "Đã có giấy mời" }\n' >>ws/units/xa-tan-quy/scripts/ward.lua
cp -r ws never
exits "build" 0 sen -C ws --date 2026-10-01 build calendar
read_it a "the form holds"
[ "$(wc -l <a)" -gt 150 ] && ok "all entries are there" || not_ok "all entries are there" "$(wc -l <a)"
is "all are new" 0 "$(cut -d' ' -f2 a | sort -u)"
has "a whole day ends on the next" "item.action-month/plan.2026@xa-tan-quy.sen 0 20261031 20261101 -" "$(cat a)"
has "an event with its hour" "event.action-month-launch.2026@xa-tan-quy.sen 0 20261116T073000 - -" "$(cat a)"
has "a place with marks" 'LOCATION:Nhà văn hóa\; ấp 1\, xã Tân Quy' "$(tr -d '\r' <$F | python3 -c 'import sys; print(sys.stdin.read().replace("\n ", ""))')"
cp $F first; exits "the next day" 0 sen -C ws --date 2026-10-02 build calendar
cmp -s $F first && ok "the same bytes" || not_ok "the same bytes"
sen -C never --date 2026-11-20 build calendar >/dev/null 2>&1
cmp -s never/out/xa-tan-quy/calendar.ics first && ok "a calendar given out for the first time is the same on any day" ||
    not_ok "a calendar given out for the first time is the same on any day" "$(diff never/out/xa-tan-quy/calendar.ics first | head -5)"
sen -C ws edit item:action-month/plan.due 25/10 --why "Sớm hơn" >/dev/null
sen -C ws remove item:action-month/radio --why "Đài đang sửa" >/dev/null
exits "after two changes" 0 sen -C ws --date 2026-10-03 build calendar
read_it b "the form holds"
is "only those two count on" "item.action-month/plan.2026@xa-tan-quy.sen 1 20261025 20261026 -
item.action-month/radio.2026@xa-tan-quy.sen 1 20261215 20261216 CANCELLED" "$(sort a | comm -13 - <(sort b))"
sen -C ws undo >/dev/null
exits "what was removed comes back" 0 sen -C ws --date 2026-10-04 build calendar
read_it c "the form holds"
has "with a number after the cancelled one" "item.action-month/radio.2026@xa-tan-quy.sen 2 20261215 20261216 -" "$(cat c)"
cp $F warm; rm -rf ws/out
exits "without out" 0 sen -C ws --date 2026-10-04 build calendar
cmp -s $F warm && ok "… the same bytes" || not_ok "… the same bytes" "$(diff $F warm | head -5)"
exits "into another folder" 0 sen -C ws --date 2026-10-04 build calendar --out elsewhere
cmp -s elsewhere/xa-tan-quy/calendar.ics warm && ok "… the same bytes" || not_ok "… the same bytes"
exits "verify" 0 sen -C ws --date 2026-10-04 build calendar --verify
cmp -s $F warm && ok "and the same bytes again" || not_ok "and the same bytes again"
for junk in "rác" "BEGIN:VCALENDAR" "$(head -c 3000 warm)"; do
    printf "%s" "$junk" >$KEPT
    exits "a damaged earlier file" 0 sen -C ws --date 2026-10-05 build calendar
    read_it d "is no harm"
done
exits "another year" 0 sen -C ws --date 2026-10-05 --year 2027 build calendar
read_it e "the form holds"
lacks "has entries of its own" ".2026@" "$(cat e)"
cp warm $KEPT
exits "and back" 0 sen -C ws --date 2026-10-05 build calendar
cmp -s $F warm && ok "the numbers of the first year go on" || not_ok "the numbers of the first year go on" "$(diff $F warm | head -5)"
cp "$SEN_ROOT/scripts/examples/12-lich-dien-thoai.lua" ws/scripts/
rm -r ws/.sen/previous && printf 'x' >ws/.sen/previous
out=$(sen -C ws --date 2026-10-05 build calendar 2>&1); code=$?
is "where it cannot be kept the calendar is made" "0 1" "$code $(grep -c '^BEGIN:VCALENDAR' $F)"
has "… and it is said" SEN8059 "$out"
has "the example reminds a week before" "TRIGGER:-P7D" "$(cat $F)"
finish
