# case_contract_help.sh - every command, option and WHAT in both spellings; help topics without accents, SENnnnn; man page, completion.
. "$SEN_ROOT/tests/lib.sh"
pairs="init:tao unit:don-vi import:nhap show:xem check:soat build:xuat why:vi-sao tick:xong record:ghi undo:hoan-tac today:hom-nay watch:theo-doi edit:sua add:them remove:bo run:chay repl:hoi test:kiem-thu plugin:mo-rong help:giup doctor:kham backup:sao-luu"
for p in $pairs; do
    is "${p##*:} is ${p%%:*}" "$(sen "${p%%:*}" --help)" "$(sen "${p##*:}" --help)"
    has "${p%%:*}: an example" "Ví dụ: sen" "$(sen "${p%%:*}" --help)"
    has "${p%%:*} in English" "Example: sen" "$(sen "${p%%:*}" --help --lang en)"
done
exits "accents, spaces and underscores are folded in commands" 0 sen "Hôm_Nay" --help
over=$(sen help); for p in $pairs; do case $over in *"${p%%:*}"*) ;; *) not_ok "sen help names ${p%%:*}" ;; esac; done
# both spellings of an option are one: the first line of help of each command lists them
for o in for:cho date:ngay year:nam lang:ngon-ngu format:dang out:noi-xuat draft:du-thao publish:phat-hanh verify:doi-chieu jobs:so-luong why:ly-do period:ky on:vao-ngay times:so-lan note:ghi-chu evidence:minh-chung by:nguoi state:tinh-trang dry-run:thu strict:nghiem conflicts:xung-dot unit:don-vi once:mot-lan quiet:im-lang dir:thu-muc; do
    en=${o%%:*} vi=${o##*:}
    grep -q -- "--$vi .*(--$en)\|--$vi  *.*(--$en)" <(for p in $pairs; do sen "${p%%:*}" --help; done) && ok "--$vi is --$en" || not_ok "--$vi is --$en"
done
for t in lead chu_tri "chu tri" "Chủ trì" CHU-TRI; do exits "topic: $t" 0 sen giup $t; has "$t: both spellings" "chu_tri | lead (chủ trì)" "$out"; done
for t in task nhiem_vu "nhiệm vụ" item viec edit sua find tim_muc why ly_do every audience flow phat_sinh workspace unit lock; do exits "topic: $t" 0 sen help "$t"; exits "topic in English: $t" 0 sen help "$t" --lang en; lacks "$t: no Vietnamese label in English" "Các trường" "$out"; done
for t in template "bo loc" filter percent spell; do exits "topic: $t" 0 sen help $t; has "$t: the filters" "roman" "$out"; exits "topic in English: $t" 0 sen help $t --lang en; has "$t: in English" "Filters:" "$out"; done
exits "an unknown topic" 3 sen help xyzxyz; has "the next command" "sen giup" "$err"
exits "a topic with a slip" 3 sen help chu_trii; has "the nearest" "chu_tri" "$err"
for n in $(grep -o '^M([0-9]*' "$SEN_ROOT/core/base/messages.def" | tr -d 'M('); do
    sen help "SEN$n" >h.txt 2>&1 || not_ok "help SEN$n"
    sen help "sen$n" --lang en >e.txt 2>&1 || not_ok "help sen$n --lang en"
    [ -s h.txt ] && [ -s e.txt ] || not_ok "help SEN$n says something"
done; ok "every code is explained in both languages"
exits "no such code" 3 sen help SEN9876
# the Vietnamese sentences name Vietnamese commands, the English ones English commands
python3 - "$SEN_ROOT/core/base/messages.def" <<'P' >m.out
import re, sys
s = re.sub(r"/\*.*?\*/", "", open(sys.argv[1], encoding="utf8").read(), flags=re.S)
en = "init unit import show check build why tick record undo today watch edit add remove run repl test plugin help doctor backup".split()
vi = "tao don-vi nhap xem soat xuat vi-sao xong ghi hoan-tac hom-nay theo-doi sua them bo chay hoi kiem-thu mo-rong giup kham sao-luu".split()
bad = []
for m in re.finditer(r"^M\((\d+), \w+, \d+,(.*?)\)\s*(?=^M\(|\Z)", s, re.S | re.M):
    parts = ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', x)) for x in re.findall(r'((?:"(?:[^"\\]|\\.)*"\s*)+)(?:,|$)', m[2].strip() + ",")]
    for i, text in enumerate(parts[:4]):
        for w in re.findall(r"\bsen ([a-z-]+)", text):
            if (i % 2 == 0 and w in en) or (i % 2 == 1 and w in vi): bad.append((m[1], w))
print("not ok - " + str(bad) if bad else "ok - remedies name commands in their own language")
P
cat m.out; grep -q '^not' m.out && bad=1
exits "--version" 0 sen --version; has "names its interfaces" "Lua API 1" "$out"
# man
sen help --man >sen.1 && [ -s sen.1 ] && ok "a man page" || not_ok "a man page"
if command -v man >/dev/null; then
    is "without warnings" "" "$(LC_ALL=C.UTF-8 MANROFFSEQ= man --warnings -l sen.1 2>&1 >man.txt | head -3)"
    text=$(cat man.txt); for p in $pairs; do case $text in *"sen ${p##*:}"*) ;; *) not_ok "the man page names ${p##*:}" ;; esac; done
    has "exit codes" "MÃ KẾT THÚC" "$text"
fi
# completion, as bash calls it
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --unit "Xã Hai" --year 2026 -q && sen -C ws import "$plan" -q 2>/dev/null
cat >comp.sh <<'C'
PATH=$SEN_BIN:$PATH; source <(sen help --completion); cd ws
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _sen; echo "${COMPREPLY[*]}"
C
comp() { local name=$1 want=$2; shift 2; has "$name" "$want" "$(bash comp.sh "$@")"; }
comp "commands" "xuat" sen xu
comp "all of them" "build xuat" sen ""
comp "options of the command" "--format" sen build --f
comp "in Vietnamese" "--cho" sen xuat --c
comp "WHAT" "tasks" sen show ta
comp "WHAT in Vietnamese" "nhiem-vu" sen xem nh
comp "units" "all phuong-mot xa-hai" sen build --for ""
comp "outputs" "html" sen build --format h
comp "after a common option" "tasks" sen -C . show ta
comp "what plugin does" "list liet-ke" sen plugin ""
finish
