#!/usr/bin/env bash
# case_template.sh - a ward's own templates through the command line: mistakes at their line, layers, drafts, stale files.
. "$SEN_ROOT/tests/lib.sh"
sen init w --unit "Xã Tân Quy" >/dev/null && cd w || exit 1
U=units/xa-tan-quy
mkdir -p $U/content $U/scripts
exits "everything builds" 0 sen build
first=$(cat out/xa-tan-quy/leaflet.html)

printf '# Tờ rơi của {{ unit.name }}\n\nGọi {{ unit.phone }}\n' >$U/content/leaflet.md
exits "a missing value fails its material" 1 sen build
has "it says which value" "phone" "$err"
has "and where" "$U/content/leaflet.md:3" "$err"
exits "and again the next time" 1 sen build
has "it is said again" "$U/content/leaflet.md:3" "$err"
is "the file from before stays" "$first" "$(cat out/xa-tan-quy/leaflet.html)"
exits "a draft shows a blank" 0 sen build --draft
has "the blank" "……" "$(cat out/xa-tan-quy/leaflet.html)"
has "the unit's file stands above the base layer" "Tờ rơi của" "$(cat out/xa-tan-quy/leaflet.html)"

printf '# A\n\n{{ unit.nmae }}\n' >$U/content/leaflet.md
exits "an unknown field fails its material" 1 sen build
has "the nearest name is suggested" "name" "$err"
has "at its line" "leaflet.md:3:9" "$err"
printf '{%% for t in tasks %%}\n- {{ t.title }}\n' >$U/content/leaflet.md
exits "a loop without an end" 1 sen check
has "is told at its line" "leaflet.md:1" "$out$err"
printf 'x\n\n{%% include "leaflet.md" %%}\n' >$U/content/leaflet.md
exits "a file that includes itself" 1 sen build leaflet
has "is told" "SEN4162" "$err"

printf '# <b>{{ unit.note }}</b> {{ unit.note }}\n' >$U/content/leaflet.md
cat >>$U/unit.lua <<'LUA'
edit.unit "xa-tan-quy" { note = "*x* <script>alert(1)</script>", why = "thử" }
LUA
if sen build leaflet --format html >/dev/null 2>"$W/e"; then
    lacks "a value is text, never markup" "<script>alert" "$(cat out/xa-tan-quy/leaflet.html)"
    has "and stands as typed" "*x*" "$(cat out/xa-tan-quy/leaflet.html)"
else
    not_ok "a value with marks builds" "$(cat "$W/e")"
fi
rm $U/content/leaflet.md
exits "back to the base layer" 0 sen build
is "byte for byte" "$first" "$(cat out/xa-tan-quy/leaflet.html)"
echo 'remove.material "leaflet" { why = "thử" }' >$U/scripts/ward.lua
exits "a material is removed" 0 sen build
[ ! -e out/xa-tan-quy/leaflet.html ] && ok "its file goes" || not_ok "its file goes"
finish
