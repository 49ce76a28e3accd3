# case_walls.sh - the walls of a worker as the kernel sees them, in the program that is shipped: limits, descriptors, seccomp, no new
# privileges, environment; it dies with its parent; a worker killed at the prompt is replaced. And the repl under attack.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
before=$(sha256sum ws/sen.db ws/units/*/scripts/*)
below() { local k; for k in $(cat /proc/"$1"/task/*/children 2>/dev/null); do echo "$k"; below "$k"; done; }
worker() { local p i; for i in $(seq 600); do for p in $(below "$1"); do grep -q '^Seccomp:.*2' /proc/"$p"/status 2>/dev/null &&
    readlink /proc/"$p"/exe | grep -q worker && { echo "$p"; return; }; done; sleep 0.1; done; }
mkfifo in
SECRET=khong-duoc-thay "$SEN_BIN/sen" -C ws --date 2026-03-01 repl <in >repl.out 2>&1 &
shell=$!
exec 7>in
echo '1 + 1' >&7
w=$(worker $shell)
[ -n "$w" ] && ok "a worker runs" || { not_ok "a worker runs"; finish; }
status() { sed -n "s/^$1:[[:space:]]*//p" /proc/"$w"/status; }
limit() { sed -n "s/^$1  *\([^ ]*\)  *\([^ ]*\).*/\1 \2/p" /proc/"$w"/limits; }
is "no new privileges" 1 "$(status NoNewPrivs)"
is "seccomp filters its calls" 2 "$(status Seccomp)"
is "one thread" 1 "$(status Threads)"
is "no file may grow" "0 0" "$(limit 'Max file size')"
is "no process may be made" "0 0" "$(limit 'Max processes')"
is "no core is left" "0 0" "$(limit 'Max core file size')"
is "the stack" "8388608 8388608" "$(limit 'Max stack size')"
cpu=$(limit 'Max cpu time'); [ "${cpu% *}" -gt 0 ] 2>/dev/null && ok "seconds of the processor are counted" || not_ok "seconds of the processor are counted" "$cpu"
if [ "${MODE:-}" != asan ]; then
    as=$(limit 'Max address space'); as=${as% *}
    [ "$as" -ge $((128 << 20)) ] && [ "$as" -le $((400 << 20)) ] && ok "its memory is the job's, 64 MiB and what plugins map" || not_ok "its memory" "$as"
    is "no descriptor but its own: null, and the two pipes" "0 1 2 3 4" "$(ls /proc/"$w"/fd | sort -n | tr '\n' ' ' | sed 's/ $//')"
    for fd in 0 1 2; do is "descriptor $fd leads nowhere" /dev/null "$(readlink /proc/"$w"/fd/$fd)"; done
fi
case $(readlink /proc/"$w"/fd/3) in socket:*) ok "it hears its parent" ;; *) not_ok "it hears its parent" ;; esac
case $(readlink /proc/"$w"/fd/4) in pipe:*) ok "it speaks to its parent" ;; *) not_ok "it speaks to its parent" ;; esac
is "its folder is the root" / "$(readlink /proc/"$w"/cwd)"
lacks "it does not know the environment" khong-duoc-thay "$(tr '\0' '\n' </proc/"$w"/environ 2>/dev/null)"
is "… of which it has three entries" 3 "$(tr '\0' '\n' </proc/"$w"/environ | grep -c =)"
lacks "nor where the workspace lies" "$W" "$(tr '\0' ' ' </proc/"$w"/cmdline)"
lacks "no memory is both written and run" rwx "$(awk '{print $2}' /proc/"$w"/maps)"
lacks "the database is not in it" "sen.db" "$(cat /proc/"$w"/maps)"
[ "${MODE:-}" = asan ] || lacks "nor its library" sqlite "$(cat /proc/"$w"/maps)"

# killed at the prompt: another one takes its place, what waits is kept
echo 'sua.nhiem_vu "action-month" { chu_tri = "women" }' >&7
until_true grep -q 'chưa lưu' repl.out
w=$(worker $shell)
kill -9 "$w"
echo '40 + 2' >&7
echo '40 + 3' >&7
echo 'tasks["action-month"].lead' >&7
until_true grep -q women repl.out
has "a worker killed at the prompt is replaced" 43 "$(cat repl.out)"
has "what waited still waits" women "$(tail -3 repl.out)"
is "nothing was written" "$before" "$(sha256sum ws/sen.db ws/units/*/scripts/*)"
w=$(worker $shell)
kill -9 $shell; wait $shell 2>/dev/null
gone() { ! readlink /proc/"$1"/exe >/dev/null 2>&1; }       # also when it is there but dead
until_true gone "$w"
[ -n "$w" ] && gone "$w" && ok "it dies with its parent" || not_ok "it dies with its parent" "$w"
exec 7>&-
wait $shell 2>/dev/null

# the repl under attack: each line alone, then it still answers and nothing changed
say() { printf '%s\n' "$@" | timeout 60 "$SEN_BIN/sen" -C ws --date 2026-03-01 repl 2>&1; }
survives() { local name=$1; shift; out=$(say "$@" '40 + 2'); rc=$?
    case $out in *42*) ok "$name" ;; *) not_ok "$name" "exit $rc" "${out:0:400}" ;; esac
    LC_ALL=C grep -q -P '[\x00-\x08\x0b-\x1f\x7f]' <<<"$out" && not_ok "$name: shows control characters"
    [ ${#out} -lt 1200000 ] || not_ok "$name: ${#out} characters"; }
survives "the end of the C stack" 'return ("x"):rep(100000):gsub(".", function() local function f() return f() + 1 end return f() end)'
survives "metatables in each other" 'local m = {}' 'm.__index = function(t, k) return t[k .. "x"] end' 'return setmetatable({}, m).x'
survives "escape sequences in what is shown" 'return "\27[2J\27]0;x\7\r\n\8"' 'print("\27[31m\155")' 'error("\27[2J")' 'return { ["\27[2J"] = "\27c" }'
survives "memory" 'local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(1e6) .. i end'
survives "a flood" 'for i = 1, 1e9 do print(("x"):rep(1000)) end'
survives "a value without end" 'local t = {} t[1] = t return t'
survives "words redefined" 'task = 1' 'print = nil' 'string.rep = 1' '_ENV = nil' 'setmetatable(_ENV, nil)'
survives "an open bracket to the end" 'return (((((((((' '' 'x = [[' '' 'function f(' ''
survives "marks, no text" $'\x01\x02\x1b[A\x1b[B\x7f' $'\xff\xfe' 'return "a'
survives "commands that are none" ':' ':::' ':commit' ":why $(printf 'x%.0s' $(seq 3000))" ':help ../../etc/passwd' ':why ../../../etc/passwd' ':complete ((((((((((' ':undo' ':diff'
survives "poisoned before a commit" 'rawset = 1' 'sua.nhiem_vu "action-month" { chu_tri = "khong-co" }' ':commit x' 'sua.nhiem_vu "../../x" { chu_tri = "women" }' ':commit x'
is "nothing was written by any of it" "$before" "$(sha256sum ws/sen.db ws/units/*/scripts/*)"
out=$(say 'sua.nhiem_vu "action-month" { ghi_chu = "\27[2J\n]]--\")os.exit()" }' ':commit lý do ]] " \ $(id) `id`' ':diff')
exits "what a commit wrote is a script that can be read" 0 bash -c '"$0" -C ws check >o 2>&1; grep -q "SEN300\|SEN301" o && exit 1; exit 0' "$SEN_BIN/sen"
# two at once: both write, neither loses the other's
cp -r ws two
for id in action-month work-programme; do
    printf 'sua.nhiem_vu "%s" { note = "ghi chú" }\n:commit hai người\n' $id | "$SEN_BIN/sen" -C two --date 2026-03-01 repl >two.$id 2>&1 &
done
wait
is "two at once: what both said to be written is written" "2 2" \
    "$(cat two.* | grep -c 'Đã ghi thêm') $(cat two/units/*/scripts/ward.lua | grep -c '^sua.*hai người')"
exits "and the workspace is sound" 0 "$SEN_BIN/sen" -C two doctor
finish
