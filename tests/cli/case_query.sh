#!/usr/bin/env bash
# case_query.sh - queries over the live plan: filters, orders, cross references, both spellings, frozen data, hostile use.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
cat >ws/units/xa-tan-quy/scripts/ward.lua <<'EOL'
task "q-one" { "Ánh sáng", group = "Thử truy vấn", lead = "women", with = { "youth", "police" }, due = "10/5", budget = 3000000,
  clause = find "bình đẳng giới",
  item "a" { "Việc thứ nhất", who = "women", due = "01/5" }, item "b" { "Việc thứ hai", who = "youth", due = "09/5", needs = "a", material = "q-leaf", indicator = "q-count" } }
task "q-two" { "Ăn sáng", group = "Thử truy vấn", lead = "police", due = "10/3", budget = 5000000, item "a" { "Việc khác", due = "05/3" } }
task "q-three" { "Âm vang", group = "Thử truy vấn", lead = "women", also = "q-ba", status = "dropped" }
indicator "q-count" { "Số người", kind = "flow", measure = "người", by = { "sex" } }
material "q-leaf" { "Tờ gấp", template = "leaflet.md", channels = { "text" }, task = { "q-one" } }
event "q-launch" { "Phát động", task = "q-one", on = "10/5" }
EOL
sen -C ws --date 2026-03-01 record q-count male=3 female=4 --period 2026-Q1 >/dev/null
run() { printf '%s\n' "$1" >q.lua; sen -C ws --date 2026-04-01 run q.lua 2>&1; }
gives() { is "$1" "$3" "$(run "$2")"; }   # name script want

Q='local q = tasks:where { group = "thu truy van" }'
gives "where compares text without accents" "$Q print(q:count())" 3
gives "Vietnamese dictionary order: a ă â" "$Q print(table.concat(q:order('title'):pick('id'), ' '))" "q-one q-two q-three"
gives "a leading - turns the order" "$Q print(table.concat(q:order('-title'):pick('id'), ' '))" "q-three q-two q-one"
gives "by due: missing last, both ways" "$Q print(table.concat(q:order('due'):pick('id'), ' '), table.concat(q:order('-due'):pick('id'), ' '))" "q-two q-one q-three	q-one q-two q-three"
gives "order by a function" "$Q print(q:order(function(t) return -(t.budget or 0) end):first().id)" q-two
gives "several fields" "$Q print(table.concat(q:order('lead', '-title'):pick('id'), ' '))" "$(run "$Q local t = q:all() table.sort(t, function(a, b) if a.lead_name ~= b.lead_name then return sen.vi.compare(a.lead_name, b.lead_name) < 0 end return sen.vi.compare(a.title, b.title) > 0 end) local s = {} for i, x in ipairs(t) do s[i] = x.id end print(table.concat(s, ' '))")"
gives "a value, a list of values, true, false" "$Q print(q:where { lead = 'women' }:count(), q:where { lead = { 'women', 'police' } }:count(), q:where { budget = true }:count(), q:where { budget = false }:count())" "2	3	2	1"
gives "tests" "$Q print(q:where { budget = { least = 3000000, below = 5000000 } }:first().id, q:where { lead = { isnt = 'women' } }:first().id, q:where { title = { has = 'sang' } }:count(), q:where { due_on = { from = '01/5', to = '31/5' } }:first().id)" "q-one	q-two	2	q-one"
gives "list fields hold any" "$Q print(q:where { with = 'youth' }:first().id, q:where { with = { 'police', 'women' } }:count())" "q-one	1"
gives "status: open, late, dropped" "$Q print(table.concat(q:where { status = 'open' }:pick('id'), ' '), q:where { status = { 'late', 'dropped' } }:count(), q:late():first().id)" "q-one q-two	2	q-two"
gives "except" "$Q print(q:except { lead = 'women' }:count(), q:except(function(t) return t.id == 'q-two' end):count())" "1	2"
gives "due_before leaves its day out, due_by counts it" "$Q print(q:due_before('10/5'):count(), q:due_by('10/5'):count(), q:due_after('10/3'):count(), q:due_before(today):first().id)" "1	2	1	q-two"
gives "date rules as days" "$Q print(q:due_by('cuối quý I'):count(), q:due_by('ngày làm việc cuối tháng 5'):count(), q:due_before(sen.date('11/5')):count())" "1	2	2"
gives "limit, skip, reverse, first, last" "$Q q = q:order('title') print(q:limit(2):count(), q:skip(1):first().id, q:reverse():first().id, q:last().id, q:limit(0):first())" "2	q-two	q-three	q-three	nil"
gives "a limit before a filter" "$Q q = q:order('title') print(q:limit(1):where { lead = 'police' }:count(), q:where { lead = 'police' }:limit(1):count())" "0	1"
gives "sum, pick, all" "$Q print(q:sum('budget'), #q:pick('budget'), q:all()[1].id)" "8000000	2	q-one"
gives "for … in query, twice over the same" "$Q local s = {} for a in q do for b in q do s[#s + 1] = a.id:sub(3) .. b.id:sub(3) end end print(table.concat(s, ' '))" "oneone onetwo onethree twoone twotwo twothree threeone threetwo threethree"
gives "pairs, ipairs, each, #, [i], [id]" "$Q for i, t in ipairs(q) do print(i, t.id) end for t, n in q:each() do if n == 3 then print(n, t.id) end end q:each(function(t, n) if n == 1 then print(t.id) return false end end) print(#q, q[2].id, q['q-three'].title)" "1	q-one
2	q-two
3	q-three
3	q-three
q-one
3	q-two	Âm vang"
gives "groups keep their order" "$Q for k, g in pairs(q:group('lead')) do print(k, g:count()) end for k, g in pairs(q:group(function(t) return t.budget and 'có tiền' or 'không' end)) do print(k, g:first().id) end" "women	2
police	1
có tiền	q-one
không	q-three"
gives "cross references" 't = tasks["q-one"] print(t.items:first().task == t, t.items[2].material.title, t.materials:first().id, t.events:first().of == t, items:where { task = "q-one" }:count())' "true	Tờ gấp	q-leaf	true	2"
gives "… of indicators and values" 'i = indicators["q-count"] print(i.values:count(), i.values:sum("value"), i.tasks:first().id, i.items:first().id, values:first().of == i, values:of("q-count"):count(), values:where { chi_tieu = "q-count", ky = "2026-Q1" }:count())' "2	7	q-one	b	true	2	2"
gives "… of materials and bodies" 'print(materials["q-leaf"].task.title, materials["q-leaf"].task[1], materials["q-leaf"].tasks:count(), bodies["women"].tasks:where { group = "Thử truy vấn" }:count(), bodies["women"].items:where { task = "q-one" }:count())' "Ánh sáng	q-one	1	2	1"
gives "… of clauses" 't = tasks["q-one"] c = t.nodes[1] print(#t.clauses > 0, c.text ~= nil, c.tasks["q-one"] == t, tostring(c) == c.id, c == plan.clauses[c.id], plan.tasks:of(c)["q-one"] == t, c.plan.subject == plan.subject)' "true	true	true	true	true	true	true"
gives "the addresses are texts" 't = tasks["q-one"] c = t.clauses[1] print(type(c), c .. "" == t.nodes[1].id, c == t.nodes[1].id, #c > 0, c:upper() == string.upper(c), c < "zzz", ({ [c] = 1 })[c], t.items[1].clauses[1] == c, t.items[1].nodes[1].text == t.nodes[1].text)' "string	true	true	true	true	true	1	true	true"
gives "of" 'print(items:of("q-one"):count(), items:of(tasks["q-two"]):count(), materials:of("q-one"):count(), tasks:of("q-leaf"):count(), items:of("task:q-two"):count(), tasks:of(unit):count() == #tasks)' "2	1	1	1	1	true"
gives "plan leads to the same lists" 'print(plan.tasks:count() == #tasks, plan.items:count() == items:count(), plan.indicators["q-count"].title, #plan.clauses == #plan.nodes)' "true	true	Số người	true"
gives "an id that is also the name of a method serves as both" 'print(type(items["count"]), items["count"].id, items:count() == #items, type(tasks:limit(1).count))' "userdata	count	true	function"
gives "both spellings give the same" 'print(ke_hoach.nhiem_vu:loc { nhom = "Thử truy vấn", chu_tri = "women", tinh_trang = "chua_xong" }:han_truoc("01/6"):xep("han"):lay(5):dem(), plan.tasks:where { group = "Thử truy vấn", lead = "women", status = "open" }:due_before("01/6"):order("due"):limit(5):count(), cac_viec:cua("q-one"):qua_han():dem(), cac_chi_tieu["q-count"].so_lieu:cong("gia_tri"), cac_nhiem_vu["q-one"].muc_ke_hoach:dau_tien().noi_dung == tasks["q-one"].nodes:first().text)' "1	1	0	7	true"
gives "other names find what they name" 'print(tasks:where { id = "q-three" }:count(), items:where { who = "hoi-phu-nu" }:count() >= 0)' "1	true"
gives "a query is not run before it is asked" 'local n = 0 local q = tasks:where(function(t) n = n + 1 return true end) local before = n q:first() local one = n q:count() print(before, one, n == one + #tasks)' "0	1	true"
gives "an answer is kept" 'local n = 0 local q = tasks:where(function(t) n = n + 1 return true end) q:count() q:count() q:limit(2):count() print(n == #tasks)' "true"
gives "a returned query prints as JSON" "$Q return q:order('title'):limit(1):pick('id')" '["q-one"]'

fails() { out=$(run "$2"); has "$1" "$3" "$out"; }
fails "an assignment is refused and explained" 'tasks:where { lead = "women" }:first().title = "x"' "Dữ liệu chỉ để đọc"
fails "… of a query" 'tasks:limit(1).x = 1' "Dữ liệu chỉ để đọc"
fails "… of plan.tasks" 'plan.tasks[1] = 1' "Dữ liệu chỉ để đọc"
fails "an unknown field suggests one" 'return tasks:where { chu_chi = "women" }:count()' "Có phải là «chu_tri»?"
fails "an unknown method suggests one" 'return tasks:odrer("due")' "Có phải là «order»?"
fails "… of a query" 'return tasks:limit(3):ordre("due")' "Có phải là «order»?"
fails "an unknown value suggests one" 'return tasks:where { status = "qua_hn" }:count()' "Có phải là «qua_han»?"
fails "an unknown test suggests one" 'return tasks:where { budget = { it_nhatt = 1 } }' "Có phải là «it_nhat»?"
fails "a wrong kind of value" 'return tasks:where { budget = "nhiều" }' "không so được"
fails "an impossible day" 'return tasks:due_before("31/02")' "Không hiểu hạn"
fails "an unknown id" 'return items:of("khong-co-ma-nay")' "Không có gì mang mã"
fails "rows have a quota" 'for i = 1, 100000 do tasks:all() end' "100000"
fails "a failing function is named at its line" 'return tasks:where(function(t) return t.id.x.y end):count()' "q.lua:1"
fails "a chain has an end" 'local q = tasks for i = 1, 1000 do q = q:limit(5) end' "quá nhiều bước"
fails "a query that asks itself" 'local q q = tasks:where(function() return q:count() > 0 end) q:count()' "q.lua:1"
printf 'print(plan) print(plan.tasks)\n' >q.lua
sen init bare --unit "Xã Trống" --year 2026 >/dev/null
out=$(sen -C bare run q.lua 2>&1)
has "without a plan: nil, and what to use" "cac_nhiem_vu" "$out"
echo 'return tasks:where(function() while true do end end):count()' >loop.lua
exits "an endless function ends" 5 sen -C ws run loop.lua
sen -C ws show tasks --for xa-tan-quy >/dev/null 2>&1 && ok "the workspace lives on" || not_ok "the workspace lives on"

# in templates, and from a rule
cat >ws/units/xa-tan-quy/scripts/more.lua <<'EOL'
material "q-page" { "Trang thử", template = "q.md", channels = { "text" } }
rule "q-rule" { "Không quá hạn", check = function(m, plan) for t in plan.tasks:where { group = "Thử truy vấn" }:late() do m.report(t, "trễ việc thử") end end }
EOL
mkdir -p ws/units/xa-tan-quy/content
printf '# Thử\n\n{%% for t in tasks:where({ group = "Thử truy vấn" }):order("title"):limit(2) %%}\n- {{ t.title }}\n{%% end %%}\n\nCó {{ tasks:where({ lead = "women" }):count() }} nhiệm vụ.\n' >ws/units/xa-tan-quy/content/q.md
sen -C ws --date 2026-04-01 build q-page --format text >/dev/null 2>err
text=$(cat ws/out/xa-tan-quy/q-page.txt 2>/dev/null)
has "a template goes through a query" "Ánh sáng" "$text"
lacks "… with its limit" "Âm vang" "$text"
has "a rule gets the plan" "trễ việc thử" "$(sen -C ws --date 2026-04-01 check 2>&1)"
finish
