#!/usr/bin/env bash
# case_figures.sh - the permission to read recorded figures: a script from elsewhere that did not ask for it sees none, wherever it
# looks, and each place is named; one that asked, and the ward's own scripts, see them.
. "$SEN_ROOT/tests/lib.sh"
export XDG_CONFIG_HOME=$W/config
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
U=ws/units/phuong-an-hoa
D="-C ws --date 2026-07-01"
printf 'chi_tieu "dem-thu" { "Số đếm thử", kind = "flow", measure = "người" }\n' >$U/scripts/ward.lua
sen $D record dem-thu 4321 --period 2026-Q2 >/dev/null
mkdir -p $U/content
printf '# Trang\n\nMột dòng.\n' >$U/content/one.md
body='
task "ro" { "Lộ {{ indicators[\"dem-thu\"].now }} và {{ values[1].n }}", note = "{{ (\"x\"):rep(#values) }}" }
sua.chi_tieu "dem-thu" { ten_khac = "Số {{ indicators[\"dem-thu\"].hien_tai }}", ly_do = "thử" }
tai_lieu "one" { "Một", template = "one.md", channels = { "text" } }
tai_lieu "bang" { "Bảng", data = "values", channels = { "lo" } }
quy_tac "do-so" { "Dò số", check = function(m, plan)
  local said = {}
  for _, v in ipairs { m.indicators["dem-thu"].now or "không", m.indicators["dem-thu"]["hien" .. "_tai"] or "không", #m.values, #plan.values,
                       #m.indicators["dem-thu"].values, m.indicators:where { now = 4321 }:count(), m.indicators:order("now"):first().now or "không",
                       m.indicators:sum("now") } do said[#said + 1] = tostring(v) end
  return "dò: " .. table.concat(said, " ")
end }
sen.hook { stage = "document", material = "one", run = function(doc, m) return { after = { "móc: " .. tostring(m.plan.indicators["dem-thu"].now) .. " " .. #m.plan.values } } end }
sen.output { id = "lo", title = "Lộ", suffix = "lo", wants = "either", render = function(x) return "đầu ra: " .. #x .. (x[1] and x[1].n or "") end }
'
head='-- quyen: khai nhiem_vu, tai_lieu, quy_tac; sua chi_tieu; dau_ra'
take() { printf '%s\n%s' "$1" "$body" >tu-tinh.lua; sen -C ws import tu-tinh.lua --hash "$(sha256sum <tu-tinh.lua | cut -c1-16)" >/dev/null 2>&1 || not_ok "taken in"; }

take "$head"
sen $D check >check.out 2>&1
out=$(cat check.out)
lacks "no rule says the figure" 4321 "$out"
has "the rule sees nothing at all" "dò: không không 0 0 0 0 không 0" "$out"
has "the place in the rule is named" "tu-tinh.lua:9: error[SEN3190]" "$out"
has "the place of the hole too" "tu-tinh.lua:3: error[SEN3190]" "$out"
has "with the permission" "«doc so_lieu»" "$out"
[ "$(grep -c SEN3190 check.out)" -lt 12 ] && ok "each line once" || not_ok "each line once" "$(grep -c SEN3190 check.out)"
rm -rf ws/out
out=$(sen $D build one bang --draft 2>&1)
has "a build names it as well" "error[SEN3190]" "$out"
has "the hook sees nothing" "móc: nil 0" "$(cat ws/out/*/one.txt)"
is "its output sees nothing" "đầu ra: 0" "$(cat ws/out/*/bang.lo)"
lacks "nothing of the figure anywhere" 4321 "$(cat ws/out/*/* 2>/dev/null; sen $D show tasks --json; sen $D show indicators --json | grep -v '"now"')"
has "those of the ward are untouched by it" 4321 "$(sen $D show values --json)"
sen -C ws undo >/dev/null

take "$head; doc so_lieu"
out=$(sen $D check 2>&1)
lacks "asked for: nothing to say" SEN3190 "$out"
has "and all is seen" "dò: 4321 4321 1 1 1 1 4321 4321" "$out"
rm -rf ws/out
sen $D build one bang --draft >/dev/null 2>&1
has "the hook sees it" "móc: 4321 1" "$(cat ws/out/*/one.txt)"
has "the output sees it" "đầu ra: 14321" "$(cat ws/out/*/bang.lo)"
has "the hole shows it" "Lộ 4321 và 4321" "$(sen $D show tasks --json 2>&1)"
sen -C ws undo >/dev/null

# the owner's own file says the same words and needs no permission; a head binds only what came from elsewhere
printf '%s\n%s' "$head" "$body" >$U/scripts/rieng.lua
out=$(sen $D check 2>&1)
lacks "the ward's own script needs none" SEN3190 "$out"
has "and sees all" "dò: 4321 4321 1 1 1 1 4321 4321" "$out"
rm $U/scripts/rieng.lua

# beside one that may not, the ward's own function still may
take "$head"
printf 'quy_tac "cua-ta" { "Của ta", check = function(m) return "ta thấy " .. m.indicators["dem-thu"].now .. " " .. #m.values end }\n' >>$U/scripts/ward.lua
out=$(sen $D check 2>&1)
has "own rules see figures beside it" "ta thấy 4321 1" "$out"
has "it still does not" "dò: không không 0" "$out"
finish
