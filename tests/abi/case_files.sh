#!/usr/bin/env bash
# case_files.sh - plugins of the files wall: a process of their own that may read fonts and content and nothing else.
. "$SEN_ROOT/tests/lib.sh"
export XDG_DATA_HOME=$W/data TMPDIR=$W/tmp
mkdir tmp
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
make() { # source, name, further flags
    mkdir -p "$2"
    cc -std=c11 -D_GNU_SOURCE -O1 -I"$SEN_ROOT" -DNAME="\"$2\"" ${3:-} -fPIC -fvisibility=hidden -shared -Wl,-z,defs,-z,noexecstack \
        -o "$2/$2.so" "$SEN_ROOT/tests/abi/$1.c" -lpthread || not_ok "$2 compiles"
}
make files-try files-try
make files-walk rieng
make files-walk chung -DWALL=SEN_WALL_SEALED
for n in files-try rieng chung; do exits "$n is allowed" 0 sen plugin allow $n; done

# the same document and model from both sides of the wall
mkdir -p ws/content
cat >ws/content/thu.md <<'MD'
---
title: Thử
secret: {{ x }}
---
# Một
Đoạn **đậm** *nghiêng* `mã` [liên kết](#mot) ~~bỏ~~ và chú thích[^1].

::: head Đầu đề
1. a
2. b
   - [x] c
   - [ ] d
:::

| A | B |
|:-:|--:|
| 1 | 2 |

![hình](hoa-sen.png)

[^1]: Một lời chú.
MD
sed -i "s|{{ x }}|$W/ws/sen.db|" ws/content/thu.md
mkdir -p ws/scripts
cat >ws/scripts/thu.lua <<'LUA'
material "thu" { "Thử", template = "thu.md", channels = { "rieng", "chung", "files-try" } }
material "so-lieu" { "Số liệu", data = "tasks", channels = { "rieng", "chung" } }
LUA
exits "a build with all of them" 0 sen -C ws build --for all
o=ws/out/phuong-an-hoa
has "the document arrived" "tMột" "$(cat $o/thu.rieng.txt 2>&1)"
is "the document is the same on both sides" "" "$(diff <(sed 's/rieng/chung/g' $o/thu.rieng.txt) $o/thu.chung.txt 2>&1 | head -5)"
[ "$(wc -l <$o/so-lieu.chung.txt)" -gt 200 ] && ok "the model is there" || not_ok "the model is there"
is "the model is the same on both sides" "" "$(diff $o/so-lieu.rieng.txt $o/so-lieu.chung.txt 2>&1 | head -5)"
has "what it logs arrives" "đã đi qua" "$(sen -C ws build thu --for all --format rieng --force 2>&1; sen -C ws check 2>&1; printf %s "$err")"

# the wall
if [ "$(head -c 5 $o/thu.try | tr -d '\n')" = "" ]; then not_ok "the probe ran" "$(cat $o/thu.try)"; fi
yes=$(sed -n 's/: yes$//p' $o/thu.try | xargs)
is "what it may do, and nothing else" "fonts fontconfig content own folder thread" "$yes"
is "the database is untouched" 0 "$([ -s ws/sen.db ] && [ ! -e ws/sen.db.new ] && echo 0)"
is "its folder is gone" "" "$(until_true rmdir tmp 2>/dev/null; ls tmp 2>/dev/null; mkdir -p tmp)"

# it ends by accident: this file fails, the next one meets a new process
cat >ws/scripts/thu.lua <<'LUA'
material "nga" { "Ngã", template = "thu.md", channels = { "files-try", "chung" } }
material "dung" { "Đứng", template = "thu.md", channels = { "files-try" } }
LUA
exits "one that dies" 1 sen -C ws build --for all
has "is said by name" SEN6060 "$err"
[ -s $o/dung.try ] && [ -s $o/nga.chung.txt ] && ok "the other files are made" || not_ok "the other files are made" "$(ls $o)"
[ -e $o/nga.try ] && not_ok "nothing of it is written" || ok "nothing of it is written"
sed -i 's/"nga"/"treo"/' ws/scripts/thu.lua
exits "one that never ends is ended, and its worker with it" 5 sen -C ws build treo --for all --out treo
sed -i 's/"treo"/"phinh"/' ws/scripts/thu.lua
sen -C ws build phinh --for all --out phinh >/dev/null 2>&1
case $? in 1 | 5) ok "one that takes all memory is stopped" ;; *) not_ok "one that takes all memory is stopped" ;; esac    # by memory, or by time on a slow machine
is "no process and no folder is left" "" "$(until_true rmdir tmp 2>/dev/null; ls tmp 2>/dev/null; mkdir -p tmp)"

# a reader of its own
printf 'DIxxKẾ HOẠCH\n' >thu.rieng
out=$(sen -C ws import thu.rieng 2>&1)
has "a reader of the files wall reads" "Mục đích" "$out$(sen -C ws show plan 2>&1)"
finish
