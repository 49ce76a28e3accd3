#!/usr/bin/env bash
# case_repl.sh - sen repl: values, definitions, several lines, statements that wait, :diff :undo :commit :why, completion, a terminal.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
W1=ws/units/xa-tan-quy/scripts/ward.lua
before=$(sha256sum $W1 ws/sen.db)
say() { printf '%s\n' "$@" | sen -C ws --date 2026-03-01 repl 2>&1; }
is "a value" 2 "$(say '1 + 1')"
is "a definition is kept" 10 "$(say 'local x = 5' 'x * 2')"
is "a function too" 9 "$(say 'function sq(n)' 'return n * n' 'end' 'sq(3)')"
is "a loop over several lines" "work-programme" "$(say 'for t in tasks:limit(1) do' 'print(t.id)' 'end')"
has "an error is said and it goes on" "Có phải là «where»" "$(say 'tasks:whre{}' '1')"
is "… at its own line" 1 "$(say 'local a = 1' 'local b = 2' 'tasks:whre{}' | grep -c '^repl:1:')"
out=$(say 'while true do end' '40 + 2'); has "an endless line is stopped and it goes on" 42 "$out"
S='sua.nhiem_vu "action-month" { chu_tri = "women" }'
out=$(say "$S" 'tasks["action-month"].lead' ':diff')
has "a statement waits" "chưa lưu (1 câu)" "$out"
has "… and is seen by what follows" "
women
" "$out"
has "… and by :diff" "action-month.chu_tri" "$out"
has "… that says both values" "→" "$out"
has "what was not written is named at the end" "chưa lưu đã bị bỏ" "$out"
is "nothing was changed" "$before" "$(sha256sum $W1 ws/sen.db)"
out=$(say "$S" ':undo' 'tasks["action-month"].lead' ':diff' ':undo')
has ":undo drops it" "
standing
" "$out"
has "… nothing is left to drop" "SEN8303" "$out"
has "a wrong statement is refused" "SEN3102" "$(say 'sua.nhiem_vu "khong-co" { chu_tri = "women" }')"
has "… and forgotten" "Chưa có thay đổi nào" "$(say 'sua.nhiem_vu "khong-co" { chu_tri = "women" }' ':diff')"
has "an unfinished statement goes on" "chưa lưu (1 câu)" "$(say 'them.viec "action-month/moi" {' '"Việc mới",' 'han = "20/11" }')"
has "a commit asks for the reason" "SEN8304" "$(say "$S" ':commit')"
is "still nothing" "$before" "$(sha256sum $W1 ws/sen.db)"
out=$(say "$S" 'while true do end' 'tasks["action-month"].lead'); has "what waits survives a stopped line" "
women" "$out"
out=$(say "$S" 'them.viec "action-month/moi" { "Việc mới", han = "20/11" }' ':commit Phân công tại "giao ban"' ':diff' ':why task:action-month.lead' ':why item:action-month/moi.due')
has ":commit writes" "Đã ghi thêm" "$out"
has "… nothing waits then" "Chưa có thay đổi nào" "$out"
has ":why knows the reason" 'Phân công tại "giao ban"' "$out"
has "the file is readable" 'ly_do = "Phân công tại \"giao ban\""' "$(cat $W1)"
is "the workspace holds it" women "$(sen -C ws show tasks action-month --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["items"][0]["lead"])')"
sen -C ws undo 2 >/dev/null
is "sen undo takes it back" standing "$(sen -C ws show tasks action-month --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["items"][0]["lead"])')"
out=$(say ':commit x'); has "nothing to commit" SEN8303 "$out"
has "English" "Noted" "$(printf '%s\n' 'edit.task "action-month" { lead = "women" }' | sen -C ws --lang en repl 2>&1)"
has ":help" ":commit" "$(say ':help')"
has ":help WORD" "list:where" "$(say ':help loc')"
has "an unknown command" SEN8300 "$(say ':xyz')"
is "completion of methods" "due_after due_before due_by" "$(say ':complete tasks:due_' | tr '\n' ' ' | sed 's/ $//')"
has "… of ids" "action-month/plan" "$(say ':complete tasks["action-month/p')"
has "… of fields" "clauses" "$(say ':complete plan.cla')"
has "… of kinds behind a verb" "nhiem_vu" "$(say ':complete sua.nh')"
is "without a workspace it computes" 3 "$(cd / && printf '1 + 2\n' | sen repl 2>&1)"
has "… and changes nothing" SEN8301 "$(cd / && printf '%s\n' "$S" | sen repl 2>&1)"
printf 'x%.0s' {1..70000} >long; exits "a very long line" 0 sen -C ws repl <long

if [ "${MODE:-}" = asan ]; then ok "the terminal part runs in the release build: keys wait for a worker that is slow here"; finish; fi
cat >typed.py <<'PY'
# a terminal: types keys, shows what came back; keys are sent only when what they answer to is there, but for the last line
import os, pty, select, signal, sys, time
pid, fd = pty.fork()
if pid == 0:
    os.environ['TERM'] = 'xterm'
    os.execv(sys.argv[1], [sys.argv[1], '-C', 'ws', '--date', '2026-03-01', 'repl'])
seen, at = b'', 0
def more():
    global seen
    try: got = os.read(fd, 65536) if select.select([fd], [], [], 60)[0] else b''
    except OSError: got = b''
    seen += got
    return got
def until(text):
    global at
    while seen.find(text, at) < 0 and more(): pass
    if seen.find(text, at) >= 0: at = seen.find(text, at) + len(text)
def type(keys): os.write(fd, keys.encode())
until(b'sen> ')
type('tasks:lim\t(2):cou\t()\r'); until(b'\r\n2\r\n'); until(b'sen> ')
type('tasks:due_\t'); until(b'due_by'); type('\x15')
type('print("Đồng Thápx")\x1b[D\x1b[D\x7f\r'); until('\nĐồng Tháp\r'.encode())
type('\x1b[A\x01\x0b1+41\r'); until(b'\n42\r')
type('while true do end\r'); until(b'end\r\n'); type('7*8\r\x04'); until(b'\n56\r')
while more(): pass
gone, status = os.waitpid(pid, os.WNOHANG)
for _ in range(600):
    if gone: break
    time.sleep(.1); gone, status = os.waitpid(pid, os.WNOHANG)
if not gone: os.kill(pid, signal.SIGKILL); gone, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(seen)
print('\ncode', os.waitstatus_to_exitcode(status))
PY
out=$(python3 typed.py "$SEN_BIN/sen" 2>&1)
has "on a terminal TAB completes" "tasks:limit(2):count()" "$out"
has "… and lists several" "due_before" "$out"
has "… keys move and delete by character" "
Đồng Tháp" "$out"
has "… the history comes back" "42" "$out"
has "… what is typed while a line is computed counts after it" "
56" "$out"
has "… Ctrl-D leaves, typed there too" "code 0" "$out"
finish
