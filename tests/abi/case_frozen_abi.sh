#!/usr/bin/env bash
# case_frozen_abi.sh - three plugins written for ABI 1.0 against the header of that day load and give the bytes of that day;
# the header of today only grew at its ends. Nothing in tests/abi/v1 is ever edited; what is new gets a folder v1.1 beside it.
. "$SEN_ROOT/tests/lib.sh"
. "$SEN_ROOT/tests/frozen.sh"
V=$SEN_ROOT/tests/abi/v1
live=$SEN_ROOT/core/abi/sen_plugin.h
is "the frozen header is as it was" 51d7b846e5aea6ccc5f8c4670938c54efeabcb6446fee9a2c98ec7b8650a3b62 "$(sha256sum <"$V/sen_plugin.h" | cut -c1-64)"

# --- the live header against the frozen one ---
only_grew() { # frozen header, live header: what a plugin compiled against the first would miss in the second
    bash "$V/header.sh" "$1" >was && bash "$V/header.sh" "$2" >now || { echo "a header does not compile"; return; }
    [ "$(wc -l <was)" -ge 147 ] || echo "the dump lost lines: $(wc -l <was)"
    python3 - "$1" "$2" <<'PY'
import re, sys
was, now = (dict((' '.join(l.split()[:-1] if l.startswith('sizeof') else l.split()[:1]), l.split()) for l in open(f)) for f in ('was', 'now'))
for k, v in was.items():
    if k not in now: print('gone: ' + k)
    elif k.startswith('sizeof'):
        if int(now[k][-1]) < int(v[-1]): print('smaller: ' + k)
    elif now[k] != v: print('moved: %s -> %s' % (' '.join(v), ' '.join(now[k])))
def calls(f):
    t = re.sub(r'\s+', ' ', re.sub(r'/\*.*?\*/', '', open(f).read(), flags=re.S))
    return set(re.findall(r'[A-Za-z0-9_]+ \*?\(\*[a-z_]+\)\([^)]*\)', t))
if len(calls(sys.argv[1])) < 27: print('only %d functions seen' % len(calls(sys.argv[1])))
for c in sorted(calls(sys.argv[1]) - calls(sys.argv[2])): print('changed: ' + c)
PY
}
is "the header of today only grew at its ends" "" "$(only_grew "$V/sen_plugin.h" "$live")"
is "the major is still 1" "SEN_ABI_MAJOR 1" "$(head -1 now)"
fault() { # name, sed script: the comparison sees it
    sed "$2" "$live" >bad.h
    cmp -s bad.h "$live" && { not_ok "$1 (the fault was not made)"; return; }
    [ -n "$(only_grew "$V/sen_plugin.h" "$W/bad.h")" ] && ok "$1 is seen" || not_ok "$1 is seen"
}
fault "a field in the middle" 's/^    uint32_t depth;/    uint32_t extra, depth;/'
fault "two fields changing places" 's/SenText text, url, title, info;/SenText url, text, title, info;/'
fault "a smaller field" 's/uint16_t abi_major, abi_minor;/uint8_t abi_major, abi_minor;/'
fault "another value of a constant" 's/SEN_DOC_STRIKE = 19/SEN_DOC_STRIKE = 29/'
fault "a constant that went" 's/SEN_CHECK_NONE = 0, //'
fault "a function with another argument" 's/(\*vi_number)(const SenHost \*h, int64_t n/(*vi_number)(const SenHost *h, int32_t n/'
sed 's/^    int (\*run)(const SenHost.*/&\n    int (*newer)(const SenHost *h);/; s/_ABI_MINOR 2/_ABI_MINOR 3/' "$live" >longer.h
is "a function at the end may come" "" "$(only_grew "$V/sen_plugin.h" "$W/longer.h")"

# --- the plugins: their own samples ---
frozen_install "$SEN_ROOT/tests/lua/api1/base"
flags="-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror -fPIC -shared -fvisibility=hidden -Wl,-z,defs,-z,noexecstack"
for n in frozen-doc frozen-model frozen-reader; do
    cp -r "$V/$n" "$n"
    chmod -R go-w "$n"
    find "$n" -type f -exec touch -d 2001-01-01 {} +           # older than the .so: `plugin test` does not compile again
    exits "$n compiles against the frozen header" 0 cc $flags -I"$V" -o "$n/$n.so" "$n/$n.c"
    exits "$n compiles against the header of today" 0 cc $flags -I"$SEN_ROOT/core/abi" -o today.so "$n/$n.c"
    exits "$n gives what it gave" 0 sen plugin test "$n"
    has "$n: its sample was compared" "1 mẫu" "$out"
    exits "$n is allowed" 0 sen plugin allow "$n"
    printf 'khác\n' >>"$n"/expect.*
    exits "$n: another byte would be seen" 1 sen plugin test "$n"
done
is "what is not FRZ1 is not the reader's" 3 "$(echo x >frozen-reader/sample/sample.frz; sen plugin test frozen-reader >/dev/null 2>&1; echo $?)"
is "a reader may fail with its own words" 1 "$(printf 'FRZ1\n?\n' >frozen-reader/sample/sample.frz; sen plugin test frozen-reader 2>&1 | grep -c 'tệp hỏng')"

# --- and in a build ---
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
mkdir -p ws/units/xa-tan-quy/content
printf -- '---\ntitle: Thông báo\nlimit: 12\n---\n# Kính gửi bà con {{ unit.name }}\n\n{%% for e in events %%}\n- {{ e.title }}: {{ e.due_on | date("d/m/y") }}\n{%% end %%}\n' \
    >ws/units/xa-tan-quy/content/note.md
cat >ws/units/xa-tan-quy/scripts/ward.lua <<'LUA'
event "launch" { "Lễ phát động", task = "month", on = "15/11", at = "07:30", place = "Nhà văn hóa", lead = "women", expected = 120 }
event "close" { "Tổng kết", on = "10/12", with = { "youth", "police" }, agenda = { "Khai mạc", "Bế mạc" } }
material "note" { "Thông báo", template = "note.md", channels = { "text", "frozen-doc" } }
material "list" { "Sự kiện", data = "events", channels = { "csv", "frozen-model" } }
LUA
exits "a build with the frozen output of a document" 0 sen -C ws --date 2026-10-01 build note --format frozen-doc
exits "a build with the frozen output of the model" 0 sen -C ws --date 2026-10-01 build list --format frozen-model
exits "plugin list" 0 sen -C ws plugin list
has "names them as loaded" "frozen-model" "$out"
same_file "out/…/note.frozen-doc.txt" "$V/note.frozen-doc.txt" ws/out/xa-tan-quy/note.frozen-doc.txt
same_file "out/…/list.frozen-model.txt" "$V/list.frozen-model.txt" ws/out/xa-tan-quy/list.frozen-model.txt
finish
