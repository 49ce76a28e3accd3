# case_determinism.sh - the same inputs give the same bytes: any -j, run, time zone, language, folder; killed in the middle as well.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
units=()
for i in 1 2 3 4; do units+=(--unit "Phường Số $i" --unit "Xã Số $i"); done
sen init ws "${units[@]}" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
cat >ws/units/xa-so-3/scripts/ward.lua <<'L'
edit.task "action-month" { lead = "women", why = "Phân công tại cuộc họp giao ban" }
L
first=$(sen -C ws --date 2026-03-01 --json show checklists --for phuong-so-2 | python3 -c 'import json,sys;print(json.load(sys.stdin)["items"][0]["items"][0]["id"])')
sen -C ws --date 2026-03-01 tick "$first" --for phuong-so-2 >/dev/null
D="--date 2026-10-01"
tree() { (cd "$1" && find . -path ./.sen-build -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum); }
build() { local out=$1; shift; sen -C ws build --for all --draft -q $D --out "$out" "$@" >/dev/null 2>&1; }
build "$W/one" -j 1
want=$(tree one)
is "the tree is not empty" yes "$([ "$(find one -name '*.html' | wc -l)" -gt 80 ] && echo yes)"
build "$W/two" -j 2
is "two threads, the same bytes" "$want" "$(tree two)"
build "$W/five" -j 5
is "five threads" "$want" "$(tree five)"
build "$W/one" -j 1
is "over itself" "$want" "$(tree one)"
build "$W/one" -j 2 --verify
is "over itself, all compared" "$want" "$(tree one)"
TZ=Asia/Ho_Chi_Minh LANG=vi_VN.UTF-8 LC_ALL=vi_VN.UTF-8 build "$W/zone" -j 2
is "another time zone and language" "$want" "$(tree zone)"
build "$W/english" -j 2 --lang en
is "the language of messages is not that of pages" "$want" "$(tree english)"
build "$W/lua" -j 2 --no-oplist
is "with every expression through Lua" "$want" "$(tree lua)"
cp -r ws moved && (cd moved && sen build --for all --draft -q $D --out "$W/there" >/dev/null 2>&1)
is "the workspace in another place" "$want" "$(tree there)"
rm -rf "$W/cold" && build "$W/cold" -j 2
is "again, over nothing" "$want" "$(tree cold)"
(umask 077 && build "$W/tight" -j 2) && (umask 000 && build "$W/loose" -j 1)
is "files only the owner may read" "$want" "$(tree tight)"
is "files anyone may read" "$want" "$(tree loose)"
for tz in Pacific/Kiritimati America/Los_Angeles :nowhere; do
    TZ=$tz LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 LC_NUMERIC=de_DE.UTF-8 build "$W/tz" -j 2 --verify
    is "time zone $tz" "$want" "$(tree tz)"
done
(unset HOME XDG_DATA_HOME XDG_CACHE_HOME TMPDIR USER LOGNAME && cd / && "$SEN_BIN/sen" -C "$W/ws" build --for all --draft -q $D --out "$W/homeless" -j 2 >/dev/null 2>&1)
is "without HOME, from another folder" "$want" "$(tree homeless)"
# the same files, made in the opposite order: folders list them otherwise
mkdir turned && (cd ws && find . -path ./out -prune -o -type d -print | sort -r) | while read -r d; do mkdir -p "turned/$d"; done
(cd ws && find . -path ./out -prune -o -type f -print | sort -r) | while read -r f; do cp -p "ws/$f" "turned/$f"; done
"$SEN_BIN/sen" -C turned build --for all --draft -q $D --out "$W/turned-out" -j 2 >/dev/null 2>&1
is "the files of the workspace in another order on the disk" "$want" "$(tree turned-out)"
for lang in vi en; do
    one=$(sen -C ws $D --lang $lang --json check 2>/dev/null | sha256sum)
    is "check says the same again ($lang)" "$one" "$(cd / && TZ=Asia/Tokyo LC_ALL=vi_VN.UTF-8 "$SEN_BIN/sen" -C "$W/turned" $D --lang $lang --json check 2>/dev/null | sha256sum)"
done
for what in tasks checklists indicators materials plan; do
    is "show $what" "$(sen -C ws $D --json show $what --for xa-so-3 2>&1 | sha256sum)" \
        "$(cd / && TZ=Asia/Tokyo "$SEN_BIN/sen" -C "$W/turned" $D --json show $what --for xa-so-3 2>&1 | sha256sum)"
done
# office files and the calendar: what is packed and dated, in another year's clock, zone, language, folder, with any number of threads
if sen -C ws show outputs | grep -q '^docx' && sen -C ws show outputs | grep -q '^ics'; then
    cp -r ws office && rm -rf office/out
    office() { local out=$1; shift; "$@" "$SEN_BIN/sen" -C "$W/office" build --for all --draft -q $D --out "$W/$out" -j "${J:-1}" >/dev/null 2>&1; }
    office files env
    files=$(tree files)
    [ "$(find files -name '*.ics' -size +1k | wc -l)" -ge 8 ] && [ "$(find files -name '*.docx' -size +1k | wc -l)" -ge 8 ] &&
        ok "every unit has a calendar and Word files" || not_ok "every unit has a calendar and Word files" "$(find files -name '*.docx' -o -name '*.ics' | wc -l)"
    J=2 office files2 env TZ=America/New_York LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8
    is "two threads, another zone and language" "$files" "$(tree files2)"
    (umask 077; cd / && office files3 env -u HOME TZ=Asia/Ho_Chi_Minh LC_ALL=vi_VN.UTF-8)
    is "another folder and umask, without HOME" "$files" "$(tree files3)"
    sleep 1.1 && J=2 office files4 env SOURCE_DATE_EPOCH=1 TZ=:nowhere
    is "a second later" "$files" "$(tree files4)"
    J=2 office files env TZ=Pacific/Kiritimati
    is "over itself, warm" "$files" "$(tree files)"
elif [ "${CI:-}" = true ]; then
    not_ok "docx or ics is missing and CI=true"
fi
# one unit at a time is the same as all at once
for u in ws/units/*/; do sen -C ws build --for "$(basename "$u")" --draft -q $D --out "$W/single" >/dev/null 2>&1; done
is "unit by unit" "$want" "$(tree single)"
# killed at several moments, over an empty folder and over an older tree
sen -C ws build --for all --draft -q --date 2026-02-01 --out "$W/old" >/dev/null 2>&1
cp -r old calm && build "$W/calm" -j 2          # calendars count their changes from the build before: not those of a clean one
after=$(tree calm)
for ms in 0.03 0.08 0.14 0.25; do
    rm -rf killed && cp -r old older
    for out in killed older; do
        timeout -s KILL $ms "$SEN_BIN/sen" -C ws build --for all --draft -q $D --out "$W/$out" -j 2 >/dev/null 2>&1
        build "$W/$out" -j 2
        [ $out = older ] && right=$after || right=$want
        [ "$(tree $out)" = "$right" ] && rc=0 || rc=1
        [ $rc = 0 ] && [ ! -e "$out/.sen-build/building" ] || { not_ok "killed after $ms s into $out, built again"; diff -rq "$([ $out = older ] && echo calm || echo one)" "$out" | head -5; }
    done
    rm -rf older
done
[ $bad = 0 ] && ok "killed at four moments, the next build equals one that nobody killed"
finish
