# case_bad.sh - bad input to each command: a clear message at the right place, the right exit code, nothing lost.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --unit "Xã Hai" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
B="-C ws --date 2026-10-01"
exits "a clean build" 0 sen $B build --for all
cp -r ws/out first

# a syntax error fails the unit, its earlier files stay, the others are built
printf 'sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "x"\nthem.viec(\n' >ws/units/phuong-mot/scripts/zz.lua
exits "a syntax error in one unit" 1 sen $B build --for all
has "names the file and line" "units/phuong-mot/scripts/zz.lua:" "$err"
cmp -s first/phuong-mot/ward-plan.html ws/out/phuong-mot/ward-plan.html && ok "its earlier files stay" || not_ok "its earlier files stay"
exits "check reports it" 1 sen $B check --for phuong-mot
has "on stdout" "zz.lua" "$out"
exits "the other unit is fine" 0 sen $B check --for xa-hai
rm ws/units/phuong-mot/scripts/zz.lua

# a wrong statement is dropped, the unit still builds, marked
printf 'sua.nhiem_vu "action-mnth" { chu_tri = "women", ly_do = "x" }\n' >ws/units/phuong-mot/scripts/zz.lua
exits "an unknown id" 1 sen $B build --for phuong-mot
has "suggests the nearest" "action-month" "$err"
has "at its line" "zz.lua:1" "$err"
exits "--strict makes it fail" 1 sen $B check --for phuong-mot --strict
rm ws/units/phuong-mot/scripts/zz.lua

# a limit ends the unit, not the build
printf 'while true do end\n' >ws/units/phuong-mot/scripts/zz.lua
exits "an endless loop in one unit of two" 1 sen $B build --for all
exits "and alone it is a limit" 5 sen $B build --for phuong-mot
cmp -s first/phuong-mot/ward-plan.html ws/out/phuong-mot/ward-plan.html && ok "its earlier files stay too" || not_ok "its earlier files stay too"
printf 'local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(1000) .. i end\n' >ws/units/phuong-mot/scripts/zz.lua
exits "memory without end" 5 sen $B build --for phuong-mot
rm ws/units/phuong-mot/scripts/zz.lua

# templates
cp "$SEN_ROOT/content/leaflet.md" ws/units/xa-hai/content/ && printf '\n\nGặp {{ unit.nmae }} nhé.\n' >>ws/units/xa-hai/content/leaflet.md
exits "an unknown field in a template" 1 sen $B build --for xa-hai
has "suggests the nearest field" "name" "$err"
has "at its file" "units/xa-hai/content/leaflet.md:" "$err"
[ -e ws/out/xa-hai/ward-plan.html ] && ok "the other materials are made" || not_ok "the other materials are made"
printf '{%% for t in tasks %%}\n- {{ t.title }}\n' >ws/units/xa-hai/content/leaflet.md
exits "a loop that is never closed" 1 sen $B check --for xa-hai
rm ws/units/xa-hai/content/leaflet.md

# names
exits "an unknown material" 3 sen $B build khong-co --for xa-hai
exits "a near material" 3 sen $B build leaflett --for xa-hai
has "suggests it" "leaflet" "$err"
exits "an unknown format" 3 sen $B build --format htlm --for xa-hai
has "suggests html" "html" "$err"
exits "a format for a named material" 0 sen $B build leaflet --format html --for xa-hai --out named
is "builds exactly these" "leaflet.html" "$(ls named/xa-hai)"
exits "show of an unknown id" 3 sen $B show tasks khong-co --for xa-hai --json
exits "show of an unknown WHAT" 2 sen $B show tassks
exits "why of an unknown address" 3 sen $B why task:khong-co --for xa-hai
exits "a malformed date" 2 sen -C ws --date 2026-13-01 today --for xa-hai
exits "run of a missing file" 3 sen run none.lua
exits "run of a folder" 3 sen run ws
printf 'return 1 +\n' >bad.lua; exits "run of a syntax error" 3 sen run bad.lua
has "at its line" "bad.lua:" "$err"
printf 'while true do end\n' >loop.lua; exits "run of an endless loop" 5 sen run loop.lua
printf 'error("x")\n' >err.lua; exits "run of a script that fails" 3 sen run err.lua
printf '\033Lua' >byte.lua; exits "bytecode is refused" 3 sen run byte.lua

# places
: >file; exits "the output folder is a file" 4 sen $B build --for xa-hai --out file
exits "the output folder lies below a file" 4 sen $B build --for xa-hai --out file/x
cp -r ws foreign && printf 'not a database' >foreign/sen.db
exits "a database that is none" 3 sen -C foreign show tasks --for xa-hai
cp -r ws nodb && rm nodb/sen.db; sen -C nodb show tasks --for xa-hai >/dev/null 2>&1; [ $? -ne 0 ] && ok "a missing database is said" || not_ok "a missing database is said"
if mkdir full && mount -t tmpfs -o size=$(($(stat -c %s ws/sen.db) / 1024 + 300))k tmpfs full 2>/dev/null; then
    cp -r ws/sen.lua ws/sen.db ws/units full/ 2>/dev/null
    exits "a full disk" 4 sen -C full --date 2026-10-01 build --for all
    has "says so" "Ổ đĩa đầy" "$err"
    exits "the database is still whole" 0 sen -C full show tasks --for xa-hai
    umount full
else
    ok "no mount here: the full disk is left out"
fi
finish
