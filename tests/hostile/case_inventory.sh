# case_inventory.sh - which names of stock Lua a script finds, at every stage: the same few everywhere, nothing else by any door.
. "$SEN_ROOT/tests/lib.sh"
stock="assert collectgarbage dofile error getmetatable ipairs load loadfile loadstring next pairs pcall print rawequal rawget rawlen rawset require
select setmetatable tonumber tostring type xpcall warn _G _VERSION unpack module setfenv getfenv newproxy
coroutine debug io os package string table math utf8 bit32 ffi jit arg
string.byte string.char string.dump string.find string.format string.gmatch string.gsub string.len string.lower string.match string.pack string.packsize
string.rep string.reverse string.sub string.unpack string.upper table.concat table.insert table.move table.pack table.remove table.sort table.unpack
table.new table.clear math.random math.randomseed math.abs math.pi utf8.char utf8.len utf8.codes os.time os.date io.open io.write io.stdout
package.loaded package.loadlib debug.getinfo debug.sethook debug.getregistry debug.setmetatable coroutine.create coroutine.wrap coroutine.close"
want="assert error getmetatable ipairs next pairs pcall print rawequal rawget rawlen select setmetatable tonumber tostring type xpcall _VERSION string table math utf8 string.byte string.char string.find string.format string.gmatch string.gsub string.len string.lower string.match string.rep string.reverse string.sub string.upper table.concat table.insert table.move table.pack table.remove table.sort table.unpack math.random math.abs math.pi utf8.char utf8.len utf8.codes"
# prints [as on the list], or what is there beyond it (+) and what is missing (-); in the declare stage an unknown name is a mark
walk='(function() local differs, want = {}, {} for name in ("'$(echo $want)'"):gmatch("%S+") do want[name] = true end for name in ("'$(echo $stock)'"):gmatch("%S+") do local ok, v = pcall(function() local v = _ENV for k in name:gmatch("[%w_]+") do v = v[k] end return v end) local there = ok and v ~= nil and type(v) ~= "userdata" if there ~= (want[name] or false) then differs[#differs + 1] = (there and "+" or "-") .. name end end return "[" .. (differs[1] and table.concat(differs, " ") or "as on the list") .. "]" end)()'
got() { sed -n 's/.*\(\[\(as on the list\|[+-][^]]*\)\]\).*/\1/p' | head -1; }
printf 'local s = %s\nprint(s)' "$walk" >run.lua
out=$(sen run run.lua 2>&1 | got)
is "sen run" "[as on the list]" "$out"

sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
U=ws/units/xa-tan-quy
mkdir -p $U/content
printf '# Trang\n\n{{ %s }}\n' "$walk" >$U/content/one.md
cat >$U/scripts/ward.lua <<L
local at_declare = $walk
task "khai" { at_declare }
task "ham" { "Hàm", when = function(u) error("when: " .. $walk) end }
quy_tac "dem" { "Đếm", check = function(m) return "check: " .. $walk end }
quy_tac "mo" { "Mở", plan = function(m) m.report_at(1, "plan: " .. $walk) end }
material "one" { "Một", template = "one.md", channels = { "text", "tam" } }
sen.hook { stage = "document", material = "one", run = function() return { after = { "hook: " .. $walk } } end }
sen.output { id = "tam", title = "Tạm", suffix = "tam", render = function() return "output: " .. $walk end }
L
D="-C ws --date 2026-03-01"
is "declare" "[as on the list]" "$(sen $D show tasks khai --json | got)"
sen $D check >check.out 2>&1
is "a rule's check" "[as on the list]" "$(grep -a 'check: ' check.out | got)"
is "when" "[as on the list]" "$(grep -a 'when: ' check.out | got)"
sed -i '/when: /d' $U/scripts/ward.lua
sen $D build one --draft -q >build.out 2>&1
is "an expression of a page" "[as on the list]" "$(tr '\n' ' ' <ws/out/xa-tan-quy/one.txt | got)"
is "a hook" "[as on the list]" "$(tr '\n' ' ' <ws/out/xa-tan-quy/one.txt | sed 's/.*hook://' | got)"
is "an output" "[as on the list]" "$(got <ws/out/xa-tan-quy/one.tam)"
out=$(printf 'return %s\n:q\n' "$walk" | sen $D repl 2>&1 | tr '\n' ' ' | got)
is "the repl" "[as on the list]" "$out"

# fields that bodies of tables hide: no metatable of a word, a library, a thing of the model can be had
cat >meta.lua <<'L'
for name in ("task item indicator material edit add remove waive find sen string table math utf8 tasks indicators plan unit today values"):gmatch("%S+") do
  local v = _ENV[name]
  local m = getmetatable(v)
  assert(m == false or m == nil, name)
  assert(not pcall(setmetatable, v, {}), name)
  assert(not pcall(function() v.x_y = 1 end), name)
end
L
exits "metatables of what a script is given" 0 sen $D run meta.lua
finish
