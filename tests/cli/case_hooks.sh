#!/usr/bin/env bash
# case_hooks.sh - hooks at the stages of a build and advice about words: what they return, what they may not, what fails with them.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --unit "Phường An Hòa" --year 2026 >/dev/null
U=ws/units/xa-tan-quy
mkdir -p $U/content
printf '# Trang một\n\nĐoạn **đầu**.\n\n- một\n- hai\n' >$U/content/one.md
printf '# Trang hai\n\nĐoạn khác.\n' >$U/content/two.md
base='material "one" { "Một", template = "one.md", channels = { "text", "html" } } material "two" { "Hai", template = "two.md", channels = { "text" } }'
build() { printf '%s\n%s\n' "$base" "$1" >$U/scripts/ward.lua; rm -rf ws/out; out=$(sen -C ws --date 2026-03-01 build one two --for xa-tan-quy --format text,html 2>&1); rc=$?; one=$(cat $U/../../out/xa-tan-quy/one.txt 2>/dev/null); two=$(cat $U/../../out/xa-tan-quy/two.txt 2>/dev/null); }

build ''; plain=$one; plain2=$two
build 'sen.hook { stage = "document", run = function(doc) return nil end }'
is "nil leaves the document" "$plain" "$one"
build 'sen.hook { stage = "document", run = function(doc) return doc.children end }'
is "its own children give the same document" "$plain" "$one"
build 'sen.hook { stage = "document", run = function(doc, m) return { after = { "Ký bởi **" .. m.unit.name .. "**", { kind = "paragraph", "Chữ ", { kind = "strong", "đậm" } } } } end }'
has "after adds Markdown" "Ký bởi Xã Tân Quy" "$one"
has "after adds nodes" "Chữ đậm" "$one"
has "… in HTML too" "<strong>đậm</strong>" "$(cat ws/out/xa-tan-quy/one.html)"
has "… to every material" "Ký bởi" "$two"
build 'sen.xen_vao { buoc = "tai_lieu", tai_lieu = "two", chay = function(doc, m) return { truoc = { "Mã: " .. m.tai_lieu.ma } } end }'
is "only the material named" "$plain" "$one"
has "the Vietnamese spelling" "Mã: two" "$two"
build 'sen.hook { stage = "before_output", output = "html", run = function(doc, m) return { after = { "Chỉ trên " .. m.output } } end }'
is "before_output: the other outputs stay" "$plain" "$one"
has "… the one named changes" "Chỉ trên html" "$(cat ws/out/xa-tan-quy/one.html)"
build 'sen.hook { stage = "document", material = "one", run = function(doc) return { { kind = "heading", level = 2, "Mới" }, { kind = "list", { kind = "item", "**một** mục" }, { kind = "item", check = "done", "xong" } }, { kind = "table", { kind = "row", header = true, { kind = "cell", "A" } }, { kind = "row", { kind = "cell", "1" } } } } end }'
has "a new document: heading" "Mới" "$one"
has "… list" "một mục" "$one"
lacks "… instead of the old one" "Đoạn đầu" "$one"
build 'sen.hook { stage = "document", run = function(doc) return { after = { "từ lớp một" } } end } sen.hook { stage = "document", run = function(doc) return { after = { "sau: " .. doc.children[#doc.children].plain } } end }'
has "hooks work one after the other" "sau: từ lớp một" "$one"
build 'sen.hook { stage = "document", run = function(doc, m) return { after = { "Trễ: " .. m.plan.tasks:late():count() >= 0 and "có số" or "" } } end }'
build 'sen.hook { stage = "document", run = function(doc, m) return { after = { "Số nhiệm vụ: " .. m.plan.tasks:count() } } end }'
has "a hook reads the plan" "Số nhiệm vụ: 4" "$one"

fails() { # name script part: only material one fails, it is named, two is built
    build "$2"
    is "$1: the code" 1 $rc
    has "$1: it is named" "$3" "$out"
    is "$1: the other material is built" "$plain2" "$two"
    is "$1: the one it touched is not" "" "$one"
}
fails "an error" 'sen.hook { stage = "document", id = "hong", material = "one", run = function(doc) return doc.khong.co end }' "«hong»"
fails "a node that cannot stand there" 'sen.hook { stage = "document", material = "one", run = function(doc) return { { kind = "list", { kind = "row" } } } end }' "không đứng được"
fails "an unknown kind" 'sen.hook { stage = "document", material = "one", run = function(doc) return { { kind = "paragrap", "x" } } end }' "paragraph"
fails "a document that cannot be changed" 'sen.hook { stage = "document", material = "one", run = function(doc) doc.children[1].text = "x" end }' "chỉ để đọc"
fails "a list in itself" 'sen.hook { stage = "document", material = "one", run = function(doc) local t = {} t[1] = t return t end }' "ward.lua"
fails "too many nodes" 'sen.hook { stage = "document", material = "one", run = function(doc) local t = {} for i = 1, 30000 do t[i] = { kind = "rule" } end return t end }' "ward.lua"
fails "a function that calls itself" 'local function f() return f() .. "x" end sen.hook { stage = "document", material = "one", run = f }' "ward.lua"
build 'sen.hook { stage = "before_output", output = "html", id = "chi-html", run = function(doc) error("hỏng") end }'
is "a hook of one output that fails: the code" 1 $rc
has "… it is named" "«chi-html»" "$out"
is "… the other outputs of the same material are built" "$plain$plain2" "$one$two"
[ ! -s ws/out/xa-tan-quy/one.html ] && ok "… the one it touched is not" || not_ok "… the one it touched is not"
build 'sen.hook { stage = "index", id = "muc-luc", run = function() error("hỏng") end }'
is "a hook of the index page that fails touches no material" "$plain$plain2" "$one$two"
build 'sen.hook { stage = "document", run = function(doc) while true do end end }'
is "an endless hook fails the unit" 1 $rc
exits "… and the other unit is built" 0 sen -C ws --date 2026-03-01 build --for phuong-an-hoa
build 'sen.hook { stage = "documnt", run = function() end }'
has "an unknown stage is named with the nearest" "document" "$out"
build 'sen.hook { stage = "document" }'
has "a hook without a function is refused" "sen.hook cần run" "$out"
build 'sen.hook { stage = "document", material = "one", run = function(doc) return { "<script>alert(1)</script>\n\n[x](javascript:alert(1))" } end }'
lacks "no HTML comes in by a hook" "<script>alert" "$(cat ws/out/xa-tan-quy/one.html)"
lacks "no bad link either" "javascript:" "$(cat ws/out/xa-tan-quy/one.html)"
build 'local kept sen.hook { stage = "document", run = function(doc) if kept then return { kept.plain } end kept = doc return nil end }'
has "a document kept beyond its call is refused" "chỉ dùng được trong lần gọi" "$out"

# advice about words
printf '%s\n%s\n' "$base" 'task "t-loi" { "Giúp các nạn nhân", note = "phái yếu" }
sen.soat_chu.thuat_ngu { "hội trường cũ", thay_bang = "nhà văn hóa", ly_do = "Đã đổi tên" }
sen.lint.term { "ngày xưa", scope = "content" }' >$U/scripts/ward.lua
printf '# Thử\n\nHọp ở Hội trường cũ, có nạn nhân mua bán người.\n\nNgày xưa {{ "nhà" .. " tạm lánh" }}.\n\nbất khả chiếm\n' >$U/content/two.md
printf 'unit "xa-tan-quy" { name = "Xã Tân Quy", kind = "xa" }\n' >$U/unit.lua
out=$(sen -C ws --date 2026-03-01 check --for xa-tan-quy 2>&1); rc=$?
printf '%s\n' "$out" >lint
said() { grep -a -q "$2" lint && ok "$1" || not_ok "$1" "$(grep -a note lint | head)"; }
said "a word of a template, at its line" "content/two.md:3.*hội trường cũ.*nhà văn hóa"
said "a word of a script, at its line" "scripts/ward.lua:2.*nạn nhân.*người bị bạo lực gia đình"
said "an editorial word is flagged" "phái yếu.*chưa đối chiếu"
said "a word that only the filled document has" "two.md:5.*nhà tạm lánh"
said "a scope is kept to" "two.md:5.*ngày xưa"
grep -a -q "two.md:3.*nạn nhân" lint && not_ok "an exception holds" || ok "an exception holds"
grep -a "SEN421[67]" lint | grep -a -q -v note && not_ok "advice is a note" || ok "advice is a note"
rm $U/scripts/ward.lua $U/content/*; printf 'task "t-loi" { "Giúp các nạn nhân", lead = "women" }\n' >$U/scripts/ward.lua
exits "advice alone does not fail a check" 0 sen -C ws --date 2026-03-01 check --for xa-tan-quy
out=$(printf '%s\n' 'sen.lint.term { }' >$U/scripts/ward.lua; sen -C ws check --for xa-tan-quy 2>&1)
has "a term without a word is refused" "cần từ phải nhắc" "$out"
sen init clean --unit "Xã Mới" --year 2026 >/dev/null
lacks "the base layer itself is clean" "SEN421" "$(sen -C clean check 2>&1)"
finish
