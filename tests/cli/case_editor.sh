#!/usr/bin/env bash
# case_editor.sh - what sen init leaves for editors: settings that can be read, annotations they point to, a standard for luacheck.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
cat >look.py <<'P'
import json, os, sys
root = sys.argv[1]
rc = json.load(open(os.path.join(root, ".luarc.json")))
# as a language server resolves them: relative to the folder of the file, no path of this machine
libs = [p for p in rc["workspace.library"]]
assert not any(os.path.isabs(p) for p in libs), libs
found = [os.path.join(d, f) for p in libs for d, _, fs in os.walk(os.path.join(root, p)) for f in fs if f.endswith(".lua")]
assert found, "no annotations"
text = "".join(open(f, encoding="utf-8").read() for f in found)
assert text.startswith("---@meta"), text[:40]
for word in ("nhiem_vu", "task", "sua", "edit"):
    assert any(line.startswith((f"{word} =", f"function {word}(", f"local {word}")) for line in text.splitlines()), word
for cls in ("sen.task", "sen.item", "sen.view.clause", "sen.query"):
    assert f"---@class {cls}" in text, cls
print("ok", rc["runtime.version"], rc["workspace.ignoreDir"])
P
is "the settings can be read and lead to the annotations" "ok Lua 5.4 ['out', 'inbox']" "$(python3 look.py ws 2>&1 | tail -1)"
is "the annotations are those of this program" "$(sen help --meta | sha256sum)" "$(sha256sum <ws/.sen/sen.d.lua)"
if command -v luac5.4 >/dev/null; then luac5.4 -p ws/.sen/sen.d.lua && ok "they are Lua" || not_ok "they are Lua"; fi
mv ws moved; is "the folder may move" "ok Lua 5.4 ['out', 'inbox']" "$(python3 look.py moved 2>&1 | tail -1)"; mv moved ws
if command -v luacheck >/dev/null; then
    cp "$SEN_ROOT"/scripts/examples/*.lua ws/units/xa-tan-quy/scripts/
    out=$(cd ws && luacheck --no-color -q . 2>&1); is "luacheck with that standard finds nothing in the examples" 0 $?
    printf 'sua.nhiem_vuu = 1\nnhiem_vuu "x" { "Sai tên" }\n' >ws/units/xa-tan-quy/scripts/sai.lua
    out=$(cd ws && luacheck --no-color . 2>&1); has "… and a misspelt word at its line" "sai.lua:2:1: accessing undefined variable 'nhiem_vuu'" "$out"
elif [ "${CI:-}" = true ]; then not_ok "luacheck is missing and CI=true"; else ok "skipped: no luacheck"; fi
# what was changed by hand stays, what is the program's is made anew
echo '{"my":1}' >ws/.luarc.json; echo old >ws/.sen/sen.d.lua; rm ws/.luacheckrc
exits "upgrade" 0 sen -C ws upgrade --dry-run
is "a dry run writes nothing" old "$(cat ws/.sen/sen.d.lua)"
exits "upgrade" 0 sen -C ws upgrade
is "settings that were changed stay" '{"my":1}' "$(cat ws/.luarc.json)"
is "the annotations are new" "$(sen help --meta | sha256sum)" "$(sha256sum <ws/.sen/sen.d.lua)"
[ -s ws/.luacheckrc ] && ok "what was missing is there" || not_ok "what was missing is there"
finish
