#!/usr/bin/env bash
# case_fences.sh - every fenced Lua example of the READMEs, the manual and the reference is checked as a unit's own layer (unit.lua
# as its profile, sen.lua as its workspace), every hole and control line they show is built, every command they name exists.
. "$SEN_ROOT/tests/lib.sh"
sen init base --unit "Phường An Hòa" --year 2026 >/dev/null
sen -C base import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
sen -C base help --words >words.md
sen -C base help --words --lang en >words.en.md
cat >fences.py <<'PY'
# writes each ```lua block to N.lua with a line "N FILE:LINE" on stdout; then the inline `…` Lua statements and {{ }} holes of tables
import re, sys, os
n = 0
for path in sys.argv[1:]:
    name = os.path.basename(os.path.dirname(path)) + '/' + os.path.basename(path)
    text = open(path, encoding='utf-8').read()
    for m in re.finditer(r'^```lua\n(.*?)^```$', text, re.S | re.M):
        open('%d.lua' % n, 'w').write(m.group(1))
        print('lua', n, '%s:%d' % (name, text[:m.start()].count('\n') + 1)); n += 1
    for m in re.finditer(r'^```lua chay\n(.*?)^```$', text, re.S | re.M):
        open('%d.lua' % n, 'w').write(m.group(1))
        print('run', n, '%s:%d' % (name, text[:m.start()].count('\n') + 1)); n += 1
    for m in re.finditer(r'`(\{\{[^`]*\}\}|\{%[^`]*%\})`', text):
        code = m.group(1).replace('\\|', '|')
        if re.fullmatch(r'\{.\s*….*', code): continue
        if re.search(r'\bm\.', code): code = '{% for m in materials %}\n- ' + code + '\n{% end %}'
        elif 't.' in code: code = '{% for t in tasks %}\n- {% if t.due_on %}' + code + '{% end %}\n{% end %}'
        elif code.startswith('{%'): code = re.sub(r' *… *', '\nx\n', re.sub(r'(%\})', r'\1\n', code))
        code = re.sub(r'\n+', '\n', code)
        if '…' in code.replace('default("…")', ''): continue
        open('%d.md' % n, 'w').write('# Thử\n\n' + code + '\n')
        print('md', n, '%s:%d' % (name, text[:m.start()].count('\n') + 1)); n += 1
PY
R=$SEN_ROOT
python3 fences.py "$R/README.md" "$R/scripts/README.md" "$R/content/README.md" "$R/plugins/README.md" "$R"/plugins/*/README.md \
    "$R"/content/manual/*.md words.md words.en.md >list || not_ok "the examples are found"
lua=0 md=0
while read -r kind i where; do
    rm -rf ws && cp -r base ws
    U=ws/units/phuong-an-hoa
    if [ "$kind" = md ]; then
        md=$((md + 1))
        mkdir -p $U/content
        cp "$i.md" $U/content/thu.md
        echo 'material "thu" { "Thử", template = "thu.md", channels = { "text" } }' >>$U/scripts/ward.lua
        exits "$where, a template" 0 sen -C ws --date 2026-03-02 build thu --draft --format text
        continue
    fi
    lua=$((lua + 1))
    if [ "$kind" = run ]; then
        exits "$where, a script that is run" 0 sen -C ws --date 2026-03-02 run "$i.lua"
        continue
    fi
    case $(grep -v '^--' "$i.lua" | head -1) in
    unit\ *|don_vi\ *) sed 's/xa-tan-quy/phuong-an-hoa/' "$i.lua" >$U/unit.lua ;;
    workspace*|noi_lam_viec*) sed 's/, "xa-tan-quy"//' "$i.lua" >ws/sen.lua ;;
    *) cp "$i.lua" $U/scripts/ward.lua ;;
    esac
    out=$(sen -C ws --date 2026-03-02 check --json 2>&1)
    found=$(printf '%s' "$out" | python3 -c '
import json, sys
for f in json.load(sys.stdin):
    if f["code"] == "SEN3136": continue                # the reference declares what the base layer has already
    if f["severity"] == "error" and f["file"] and not f["file"].startswith("sen:"): print(f["line"], f["code"], f["message"])' 2>&1)
    if [ -z "$found" ]; then ok "$where holds"; else not_ok "$where holds" "$found" "$(head -5 "$i.lua")"; fi
done <list
[ $lua -ge 45 ] && ok "$lua Lua examples were run" || not_ok "only $lua Lua examples were found"
[ $md -ge 5 ] && ok "$md template examples were run" || not_ok "only $md template examples were found"

# every command that is named exists, with its options
cat $R/README.md $R/scripts/README.md $R/content/README.md $R/plugins/README.md $R/content/manual/*.md |
    grep -oE '(build/sen|`sen|^sen) [a-z][a-z-]*[^`#)]*' | sed 's|^build/sen|sen|; s/^`//' | sort -u >commands
sen help --completion >completion
n=0
while read -r _ cmd rest; do
    n=$((n + 1))
    help=$(sen "$cmd" --help 2>&1) || { not_ok "sen $cmd is a command" "$help"; continue; }
    for o in $(printf '%s\n' "$rest" | grep -oE -- '--[a-z][a-z-]*'); do
        [ "$cmd $o" = "help --man" ] && continue       # for the install, not in the completion
        grep -E "^ *([a-z-]*\|)?$cmd(\|[a-z-]*)?\) " completion | grep -q -- "[\" ]$o " || not_ok "sen $cmd knows $o"
    done
done <commands
[ $n -ge 25 ] && ok "$n commands of the texts exist" || not_ok "only $n commands were found in the texts"
finish
