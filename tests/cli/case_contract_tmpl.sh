# case_contract_tmpl.sh - templates through `sen build`: constructs, filters, names in scope, suggestions, where holes may stand, empty loops.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Xã Hai" --year 2026 -q && sen -C ws import "$plan" -q 2>/dev/null
S="-C ws --date 2026-10-01"
printf 'tai_lieu "tp" { "Thử", mau = "tp.md", kenh = { "text", "html", "md" } }\n' >ws/scripts/tp.lua
cat >front <<'F'
---
a: Xin <chào> *bạn* [x](y) `z` | w
list: [một, hai]
empty: []
lines: |-
  dòng một
  dòng hai
url: https://a.vn/x y?q="1"
bad: javascript:alert(1)
n: 12
---
F
build() { { cat front; printf '%b\n' "$1"; } >ws/content/tp.md; rm -rf o; sen $S build tp --out o 2>&1; code=$?; txt=$(cat o/xa-hai/tp.txt 2>/dev/null); html=$(cat o/xa-hai/tp.html 2>/dev/null); md=$(sed 1d o/xa-hai/tp.md 2>/dev/null); return 0; }
gives() { out=$(build "$1" ; :); build "$1" >said; is "$1" "$(printf '%b' "$2")" "$txt"; }
refuses() { build "$1" >said; [ $code = 1 ] && ok "refused: $1" || not_ok "refused: $1" "exit $code: $txt"; has "with the reason" "$2" "$(cat said)"; grep -q 'content/tp.md:[0-9]*:' said && ok "at its line" || not_ok "at its line" "$(cat said)"; }
# constructs
gives 'a {{ unit.name }} b' 'a Xã Hai b'
gives '{% for x in vars.list %}\n- {{ loop.index }}/{{ loop.count }} {{ x }} {{ loop.first }} {{ loop.last }}\n{% end %}' '- 1/2 một có không\n- 2/2 hai không có'
gives '{% for x in vars.empty %}\n- {{ x }}\n{% else %}\nKhông có.\n{% endfor %}' 'Không có.'
gives '{% if unit.kind == "phuong" %}\nP\n{% elseif unit.kind == "xa" %}\nX\n{% else %}\nK\n{% endif %}' 'X'
gives 'là {% if unit.kind == "xa" %}xã{% else %}khác{% end %} ta' 'là xã ta'
gives '{# chú thích #}còn lại' 'còn lại'
printf 'từ tệp {{ unit.kind }}\n' >ws/content/inc.md
gives '{% include "inc.md" %}' 'từ tệp xã'
gives '{{ unit.kind }} {{ unit.kind == "xã" }}' 'xã có'
gives '{{ (5 | 2) }}' '7'
# an empty list or table disappears
gives 'trước\n\n| A | B |\n|---|---|\n{% for x in vars.empty %}\n| {{ x }} | b |\n{% end %}\n\n{% for x in vars.empty %}\n- {{ x }}\n{% end %}\n\nsau' 'trước\n\nsau'
# filters
gives '{{ "2026-12-05" | date("d/m/y") }} {{ today | date("d/m/y") }} {{ today | date("long") }}' '05/12/2026 01/10/2026 ngày 01 tháng 10 năm 2026'
gives '{{ 1234567.5 | number(1) }} {{ 0.256 | percent(1) }} {{ 1500000 | money }}' '1.234.567,5 25,6% 1.500.000 đồng'
gives '{{ "đại hội" | upper }} {{ "ĐẠI HỘI" | lower }} {{ "hà nội" | title }} {{ 25 | spell }} {{ 14 | roman }}' 'ĐẠI HỘI đại hội Hà Nội hai mươi lăm XIV'
gives '{{ vars.khong | default("chưa có") }} {{ vars.list | join(", ") }} {{ vars.list | count }}' 'chưa có một, hai 2'
gives '{{ "**đậm** vừa" | markdown }}' 'đậm vừa'
# what is in scope
gives '{{ unit.id }} {{ year }} {{ tasks | count }}' "xa-hai 2026 $(sen $S show tasks --json | python3 -c 'import json,sys;print(len(json.load(sys.stdin)["items"]))')"
for n in plan.subject "tasks | count" "checklists | count" "indicators | count" "values | count" "materials | count" "events | count" "legal | count" today year vars.a; do build "{{ $n }}" >said; [ $code = 0 ] && [ -n "$txt" ] && ok "in scope: $n" || not_ok "in scope: $n" "$(cat said)"; done
# a value is text, never markup
build '# {{ vars.a }}\n\n**{{ vars.a }}** và `{{ vars.a }}`\n\n- {{ vars.a }}\n\n| A |\n|---|\n| {{ vars.a }} |\n\n```\n{{ vars.a }}\n```' >said
is "the same words everywhere" 7 "$(printf '%s' "$html" | sed -n '/<main/,$p' | grep -o 'Xin &lt;chào&gt; \*bạn\*' | wc -l)"
lacks "no tag from a value" "<chào>" "$html"; lacks "no link from a value" 'href="y"' "$html"
build '{{ vars.lines }}' >said; has "a line break is a hard break" "<br" "$html"
build '[đọc]({{ vars.url }}) ![h](hinh-{{ unit.id }}.png)' >said; has "a link target is percent-encoded" 'href="https://a.vn/x%20y?q=%221%22"' "$html"
build '[đọc]({{ vars.bad }})' >said; lacks "its scheme is checked after filling" "javascript" "$html"; has "the text stays" "đọc" "$txt"
# where holes may not stand
for t in '<b>{{ unit.name }}</b>' '<!-- {{ unit.name }} -->' '::: {{ unit.name }}\nx\n:::' '```{{ unit.name }}\nx\n```'; do
    build "$t" >said; case $t in '<b>'*) [ $code = 0 ] || [ $code = 1 ] && ok "beside inline HTML: $code" ;; *) [ $code = 1 ] && grep -q SEN4155 said && ok "refused: $t" || not_ok "refused: $t" "$(cat said)" ;; esac
done
# suggestions and mistakes
refuses '{{ unit.nmae }}' '«name»'
refuses '{{ unti.name }}' '«unit»'
refuses '{{ unit.name | uper }}' '«upper»'
refuses '{% fro t in tasks %}\nx\n{% end %}' '«for»'
refuses '{% include "incc.md" %}' '«inc.md»'
refuses '{% include "tp.md" %}' 'chính nó'
refuses '{% include unit.name %}' 'ngoặc kép'
refuses '{% if unit.name %}\nx' 'không có {% end %}'
refuses '{% end %}' 'SEN4150'
refuses 'x {% for t in tasks %}\ny\n{% end %}' 'SEN415'
refuses '{{ }}' 'trống'
refuses '{{ unit.name' 'không đóng'
refuses '{{ unit.name | date }}' 'kiểu chữ'
refuses '{% for x in unit %}\na\n{% end %}' 'danh sách'
refuses '{{ unit.name | markdown | upper }}' 'cuối'
lacks "no English type in a Vietnamese sentence" "kiểu object" "$(cat said)"
for i in 1 2 3 4 5 6 7 8 9 10; do printf '{%% include "d%s.md" %%}\n' $((i + 1)) >ws/content/d$i.md; done; echo x >ws/content/d11.md
build '{% include "d1.md" %}' >said; [ $code = 1 ] && has "depth of 8" "8 tầng" "$(cat said)" || not_ok "depth of 8" "$code"
build '{% include "d5.md" %}' >said; is "less is fine" "x" "$txt"
finish
