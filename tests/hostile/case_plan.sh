# case_plan.sh - files that are no plan, plans made to break an importer, and texts typed to break what is printed from them.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
run() { timeout 60 "$SEN_BIN/sen" "$@"; }

# refused at once, and no message quotes what stands in the file
truncate -s 4294967297 huge.txt
truncate -s 2147483647 big.txt
{ printf 'KẾ HOẠCH\nBIMAT '; head -c 3000000 /dev/zero | tr '\0' x; } >line.txt
mkfifo pipe.txt && mkdir dir.txt && ln -s two.txt one.txt && ln -s one.txt two.txt && cp "$plan" good.txt && ln -s good.txt link.txt
printf 'KẾ HOẠCH\0BIMAT\n' >nul.txt
printf 'BIMAT \xed\xa0\x80\n' >surrogate.txt
printf 'K\xca HO\xc0CH BIMAT\n' >latin.txt
head -c 20000 /dev/urandom | tr '\n' '\0' >random.txt
python3 -c 'print("KẾ HOẠCH\nI. BIMAT" + "\u0301" * 100000)' >marks.txt
: >empty.txt
printf '\n%.0s' {1..1000} >blank.txt
printf 'PK\3\4BIMAT' >zip.docx
printf '%%PDF-1.4 BIMAT' >a.pdf
for f in huge.txt big.txt line.txt pipe.txt dir.txt one.txt link.txt nul.txt surrogate.txt latin.txt random.txt marks.txt empty.txt blank.txt \
         zip.docx a.pdf /dev/zero /dev/full; do
    exits "$f is refused" 3 run import --dry-run --json "$f"
    lacks "$f is not quoted" "BIMAT" "$err$out"
done
python3 -c 'print("KẾ HOẠCH\nI. A\n" + "- Việc cần làm\n" * 200001)' >bullets.txt
exits "200,001 bullets" 3 run import --dry-run bullets.txt

# read, within the limits, and the workspace stays usable with each
python3 - <<'EOF'
def save(name, text):
    with open(name + ".txt", "w", encoding="utf-8") as f:
        f.write("KẾ HOẠCH\nSố: 1/KH-UBND\nVề một việc\n\n" + text)
save("deep", "I. A\n" + "\n".join(".".join(["1"] * i) + ". x" for i in range(1, 400)) + "\n" + ".".join(["1"] * 100000) + ". x\n")
save("paragraph", "I. A\n" + "Nội dung dài " * 100000)
save("sections", "".join("%d. Mục số %d\n" % (i, i) for i in range(1, 60000)))
save("letters", "I. NHIỆM VỤ\n1. B\n" + "".join("%s) tháng hành động vì bình đẳng giới\n" % c for c in "abcdđeghiklmn") * 3000)
save("days", "I. A\n" + "- Trước ngày 99/99/9999, 31/02/2026, 1/1/99999999999, 15 ngày trước, quý 9 năm 0\n" * 2000)
save("table", "I. A\n" + ("|" + "a|" * 2000 + "\n") * 100)
save("markup", "I. <script>alert(1)</script>\n- [x](javascript:alert(1)) {{ unit.name }} {% for %}\n- =cmd|calc!A1\n"
     "- Tháng hành động vì bình đẳng giới <img src=x onerror=alert(1)> \u202e\x1b[2J\x07 trước 15/11/2026\n")
EOF
for f in deep paragraph sections letters days table markup; do
    sen init ws-$f --unit "Phường Một" --year 2026 >/dev/null
    exits "$f is read" 0 run -C ws-$f import $f.txt
    exits "$f leaves a workspace that answers" 0 run -C ws-$f --date 2026-10-01 today
done
exits "what a plan says is built" 0 run -C ws-markup --date 2026-10-01 build

# what is typed
sen init ws --unit "Phường Một" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
D="-C ws --date 2026-10-01"
for x in $'a\033[2Jb' $'a\xe2\x80\xaeb' $'a\xc2\x85b' $'a\rb'; do
    exits "a control character in a note" 2 sen $D tick work-programme/read --note "$x"
    exits "and in a unit's name" 2 sen -C ws unit add "Phường $x"
done
exits "a note that is not UTF-8" 2 sen $D tick work-programme/read --note $'\xff'
exits "a unit called all" 3 sen -C ws unit add "All"
for x in '<script>alert(1)</script> [x](javascript:alert(1)) {{ unit.name }}' '=cmd|calc!A1' $'x\n=1+1\n@x' "$(printf 'x%.0s' {1..20000})"; do
    exits "a note of markup is text" 0 sen $D tick work-programme/read --note "$x" --by "$x"
done
exits "an author of markup is text" 0 sen $D record people-reached nam=1 nu=2 --period 2026-06 --by '=HYPERLINK("x")<b>'
for x in -1 nan inf 1e9 0x10 =1 9999999999999999 0,12345678901234567 1/0 ''; do exits "«$x» is no figure" 3 sen $D record events-held "$x" --period 2026-06; done
for x in 2026-13 0000 99999 2026-Q9 x; do exits "«$x» is no period" 3 sen $D record events-held 1 --period "$x"; done
exits "text in quotes stays in them" 0 sen $D edit task:action-month.title $'a"]] \\ \' } -- <b>' --why $'x"] } while true do end --'
exits "the layer still reads" 0 sen $D show tasks --json
sen $D build >/dev/null 2>&1
out=$(python3 "$SEN_ROOT/tests/hostile/outputs.py" ws/out ws-markup/out) && ok "nothing active in any output" || not_ok "in the outputs" "$out"
finish
