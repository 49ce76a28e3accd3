# case_shared_pages.sh - what pages of many units have in common is made once: each unit's files are those it gets when it is built
# alone, whatever its templates read, and whatever other units have of their own.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Phường Số 0" --unit "Xã Số 1" --unit "Phường Số 2" --unit "Xã Số 3" --unit "Phường Số 4" --unit "Xã Số 5" \
    --year 2026 >/dev/null && sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
cd ws && mkdir -p scripts content units/phuong-so-4/content
sed -i 's/^}$/  hamlet = "khóm",\n}/' units/phuong-so-2/unit.lua
sed -i 's/^}$/  phone = "{{ year }} 113",\n}/' units/xa-so-5/unit.lua
printf 'edit.body "police" { title = "Công an riêng", why = "thử" }\n' >units/xa-so-3/scripts/own.lua
printf '# Riêng {{ unit.name }}\n\n- {{ unit.kind }}\n' >units/phuong-so-4/content/leaflet.md
cat >scripts/more.lua <<'E2'
local out = { "html", "text", "md" }
material "mixed" { "Thử {{ unit.name }}", template = "mixed.md", channels = out }
material "joined" { "Nối", template = "joined.md", channels = out, vars = { word = "ở {{ unit.kind }}" } }
E2
cat >content/mixed.md <<'E2'
---
title: Thử {{ unit.name }}
---
# Bảng của {{ unit.name }}

| Việc | Ai |
| --- | --- |
{% for t in tasks %}
| {{ t.title }} | {{ t.lead | default("…") }} |
{% end %}

## Bảng chung

| Việc | Trạng thái |
| --- | --- |
| một | hai |

::: box
{{ unit.name }}

- a

{% include "phrases/signature.md" %}

- b
:::

{% for t in tasks %}
{% if t.due_on %}
### {{ t.title }}

{% if unit.kind == "xa" %}
> {{ t.title }} của xã
{% end %}
{% end %}
{% end %}

Chú thích[^1] ngày {{ today }}.

[^1]: Nội dung
E2
cat >content/joined.md <<'E2'
{{ vars.word }}

- một
{% for t in tasks %}
- {{ t.title }}
{% end %}

- hai

{% if unit.hamlet %}
1. {{ unit.hamlet }}
{% end %}
2. hai

{% include "phrases/letterhead.md" %}

{% include "phrases/letterhead.md" %}

{% for t in tasks %}
- {{ string.upper(t.title) }}
{% end %}

{{ "**đậm**" | markdown }}

| x | y |
| --- | --- |
| 1 | 2 |
E2
sen tick action-month/plan --for phuong-so-2 --date 2026-09-01 >/dev/null 2>&1
exits "all units are built" 0 sen build --for all --draft -q --date 2026-10-01 --verify -j 1 --out "$W/all"
for u in phuong-so-0 xa-so-1 phuong-so-2 xa-so-3 phuong-so-4 xa-so-5; do
    sen build --for $u --draft -q --date 2026-10-01 -j 1 --out "$W/one" >/dev/null 2>&1
    is "$u has the files it has alone" "" "$(diff -rq "$W/all/$u" "$W/one/$u" 2>&1)"
done
sen build --for all --draft -q --date 2026-10-01 --no-oplist -j 1 --out "$W/lua" >/dev/null 2>&1
is "with every expression as Lua the same" "" "$(diff -rq -x .sen-build "$W/all" "$W/lua" 2>&1)"
is "a list goes on through what is shared" 1 "$(tr -d '\n' <"$W/all/xa-so-1/joined.html" |
    grep -c '<p>một</p></li><li data-origin="task:work-programme">.*<li><p>hai</p></li></ul><ol start="2">')"
finish
