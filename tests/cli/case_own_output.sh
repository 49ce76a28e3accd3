#!/usr/bin/env bash
# case_own_output.sh - an output that one unit wrote in its own scripts: asked for by name, alone and beside others, and not elsewhere.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Phường An Thịnh" --unit "Xã Tân Quy" --year 2026 >/dev/null
cp "$SEN_ROOT/scripts/examples/11-dau-ra-rieng.lua" ws/units/xa-tan-quy/scripts/
printf 'sua.tai_lieu "leaflet" { kenh = { "html", "sms" }, ly_do = "Gửi cả tin nhắn" }\n' >>ws/units/xa-tan-quy/scripts/ward.lua
exits "all formats" 0 sen -C ws build --for xa-tan-quy --draft
is "the example makes its file" 1 "$(grep -c . <(head -1 ws/out/xa-tan-quy/leaflet.sms.txt))"
cp ws/out/xa-tan-quy/leaflet.sms.txt first; rm -r ws/out
exits "the format alone, for all units" 0 sen -C ws build --for all --draft --format sms
is "exactly its file" "ws/out/xa-tan-quy/leaflet.sms.txt" "$(find ws/out -type f ! -path '*/.sen-build*')"
cmp -s first ws/out/xa-tan-quy/leaflet.sms.txt && ok "the same bytes" || not_ok "the same bytes"
exits "with a material" 0 sen -C ws build slogans --for xa-tan-quy --draft --format sms
out=$(sen -C ws build --for all --draft --format smx 2>&1); code=$?
is "a wrong name is refused" 3 $code
has "… with the near one" sms "$out"
exits "a unit that has none" 3 sen -C ws build --for phuong-an-thinh --draft --format sms
finish
