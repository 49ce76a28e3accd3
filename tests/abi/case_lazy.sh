#!/usr/bin/env bash
# case_lazy.sh - a plugin's code is loaded only by jobs that use it; what it offers is known from the day it was allowed.
. "$SEN_ROOT/tests/lib.sh"
export XDG_DATA_HOME=$W/data
P=$XDG_DATA_HOME/sen/plugins/abi1
sen init ws --unit "Phường An Hòa" --unit "Xã Tân Quy" --year 2026 >/dev/null

make_c() { # name: a C plugin that leaves $W/ran when its code is mapped, and tells another suffix once $W/lie is there
    mkdir -p "$1"
    cat >"$1/$1.c" <<'C'
#include "core/abi/sen_plugin.h"
#include <stdio.h>
#include <unistd.h>
static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *o, SenSink *sink, SenErr *err)
{
    (void)state, (void)doc, (void)model, (void)o, (void)err;
    return h->write(sink, "chào\n", sizeof "chào\n" - 1);
}
static SenOutput out = {.struct_size = sizeof(SenOutput), .wants = SEN_WANTS_EITHER, .id = SEN_TEXT(NAME), .title = SEN_TEXT("Thử"),
                        .suffix = SEN_TEXT(NAME), .mime = SEN_TEXT("text/plain"), .render = render};
static const SenOutput *const outs[] = {&out, NULL};
static const SenPlugin plugin = {.struct_size = sizeof(SenPlugin), .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
    .name = SEN_TEXT(NAME), .version = SEN_TEXT("0.1"), .license = SEN_TEXT("MIT"), .summary = SEN_TEXT("Thử"), .outputs = outs};
const SenPlugin *sen_plugin_v1(void) { if (access(LIE, F_OK) == 0) out.suffix = (SenText)SEN_TEXT("khac"); return &plugin; }
__attribute__((constructor)) static void ran(void) { FILE *f = fopen(RAN, "w"); if (f) fclose(f); }
C
    cc -std=c11 -D_GNU_SOURCE -I"$SEN_ROOT" -DNAME="\"$1\"" -DRAN="\"$W/ran\"" -DLIE="\"$W/lie\"" -fPIC -fvisibility=hidden -shared \
        -Wl,-z,defs,-z,noexecstack -o "$1/$1.so" "$1/$1.c"
}
ran() { [ -e ran ] && echo yes || echo no; rm -f ran; }

make_c cham
exits "a plugin is allowed" 0 sen plugin allow cham
is "and loaded once, to see what it offers" yes "$(ran)"
has "which is written down" "$(printf '\toutput\tcham\tcham\teither\ttext/plain\tThử')" "$(cat "$P/plugins.allow")"

sen -C ws check >/dev/null 2>&1
is "check does not load it" no "$(ran)"
sen -C ws show tasks --for xa-tan-quy >/dev/null 2>&1
is "show does not load it" no "$(ran)"
exits "a build that does not use it" 0 sen -C ws build --for all
is "does not load it" no "$(ran)"
sen -C ws plugin list >/dev/null
is "plugin list loads it" yes "$(ran)"
sen -C ws show outputs >/dev/null
is "show outputs loads it" yes "$(ran)"
exits "an unknown output gets a near one" 3 sen -C ws build --for all --format chan
has "also of a plugin that is not loaded" "cham" "$err"
is "still not loaded" no "$(ran)"

# one unit of two uses it: only that unit's worker is started again
cat >ws/units/xa-tan-quy/scripts/ward.lua <<'LUA'
material "loi-chao" { "Lời chào", data = "tasks", channels = { "cham", "csv" } }
LUA
for j in 1 2; do
    rm -rf ws/out
    exits "a build in which one unit uses it (-j$j)" 0 sen -C ws build --for all -j "$j"
    is "loads it" yes "$(ran)"
    is "and it renders" "chào" "$(cat ws/out/xa-tan-quy/loi-chao.cham 2>&1)"
    is "the other files of the unit are there" yes "$([ -s ws/out/xa-tan-quy/index.html ] && [ -s ws/out/xa-tan-quy/loi-chao.csv ] && echo yes)"
done
exits "the output by name" 0 sen -C ws build loi-chao --for xa-tan-quy --format cham --out one
is "gives the same" "chào" "$(cat one/xa-tan-quy/loi-chao.cham 2>&1)"

# the same suffix from another plugin is refused without loading either
mkdir hai && printf 'sen.output { id = "hai", title = "Hai", suffix = "cham", render = function() return "hai" end }\n' >hai/main.lua
exits "a second plugin with the suffix" 0 sen plugin allow hai
rm -f ran
sed -i 's/"cham", "csv"/"cham", "hai"/' ws/units/xa-tan-quy/scripts/ward.lua
exits "is refused in a build" 1 sen -C ws build --for xa-tan-quy
has "as an output that does not exist" "SEN6029" "$err"
has "and listed with the reason" "cham" "$(sen -C ws plugin list | grep '^hai')"
rm -rf "$P/hai"
sed -i 's/"cham", "hai"/"cham"/' ws/units/xa-tan-quy/scripts/ward.lua

# it tells something else than on the day it was allowed
touch lie
exits "a plugin that offers something else" 1 sen -C ws build --for xa-tan-quy --out lying
has "is refused by name" "cham không còn cung cấp" "$err"
lacks "nothing of it is written" "khac" "$(ls lying/xa-tan-quy)"
has "plugin list says so" "cham không còn cung cấp" "$(sen -C ws plugin list)"
rm -f lie
exits "and works again when it is what it was" 0 sen -C ws build --for xa-tan-quy --out honest

# bytes changed: said only where it is used
printf x >>"$P/cham/cham.so"
rm -f ran
exits "changed bytes do not disturb who does not use it" 0 sen -C ws check --for phuong-an-hoa
exits "who uses it is told" 1 sen -C ws build --for xa-tan-quy --out changed
has "by name" "cham đã bị thay đổi" "$err"
is "and no byte of it ran" no "$(ran)"

# a list of before, with hashes alone: all is loaded, as before
exits "allowed again" 0 sen plugin allow cham
sed -i '/^\t/d' "$P/plugins.allow"
exits "a list without offers still serves" 0 sen -C ws build --for xa-tan-quy --out old
is "with its output" "chào" "$(cat old/xa-tan-quy/loi-chao.cham 2>&1)"
printf '\toutput\tcham\n' >>"$P/plugins.allow"
exits "a record that cannot be read counts as none" 0 sen -C ws build --for xa-tan-quy --out old2
printf '\toutput\tcham\n' >"$P/plugins.allow"
has "a list that begins with one is damaged" "bị hỏng" "$(sen -C ws plugin list)"
finish
