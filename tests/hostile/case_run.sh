# case_run.sh - a stranger's scripts through `sen run` and `sen test`: refused or limited, the next one untouched.
. "$SEN_ROOT/tests/lib.sh"
python3 "$SEN_ROOT/tests/hostile/run.py" || bad=1
H=$SEN_ROOT/tests/hostile/run

# what an earlier script of the same worker did is nowhere to be seen
cat >probe.lua <<'EOF'
assert(("x"):rep(3) == "xxx" and rawlen(string) == 0 and rawlen(sen) == 0 and rawlen(table) == 0)
assert(not pcall(function() local x; return x.y end) and not pcall(function() return lasting end))
assert(getmetatable("") == false and tostring(print) == "function" and pcall(sen.today))
sen.output { id = "probe", suffix = "probe", render = function() return "x" end }
EOF
list=() n=0
for f in "$H"/esc_*.lua "$H"/lie_[g-v]*.lua "$H"/stack_*.lua "$H"/out_[c-f]*.lua "$H"/mem_byte.lua "$H"/cpu_loop_pcall_nest.lua; do
    list+=("$f" probe.lua)
    n=$((n + 1))
done
out=$(sen test "${list[@]}" 2>&1)
is "each probe after a hostile script passes" "$n" "$(grep -c '^ok - probe.lua' <<<"$out")"

# a parse that no hook can stop takes the worker with it: the next script gets another worker
python3 -c 'print("local x = 1 if x then " + "elseif y then " * 70000 + " end")' >else.lua
exits "a parse without end is limited" 5 timeout 3 "$SEN_BIN/sen" run else.lua
exits "and by check too" 5 timeout 3 "$SEN_BIN/sen" check else.lua
has "the script after it runs" "ok - probe.lua" "$(sen test else.lua probe.lua 2>&1)"
printf 'return 1 +\n' >bad.lua
has "the file after it is checked" "bad.lua:" "$(sen check else.lua bad.lua 2>&1)"

# long lines cost their length once
python3 -c 'print("local t = {" + "1," * 200000 + "}")' >list.lua
exits "a list of 200,000 numbers in one line" 0 timeout 3 "$SEN_BIN/sen" run list.lua
python3 -c 'print("\u201c\u201d" * 150000)' >quotes.lua
exits "300,000 curly quotes" 3 timeout 3 "$SEN_BIN/sen" run quotes.lua

# names of files
exits "a file's name with control characters" 2 sen run "$(printf 'a\033[2J\nb.lua')"
lacks "shows none of them" "$(printf '\033')" "$err"
cp bad.lua "$(printf 'a\377.lua')"
exits "a file's name that is not UTF-8" 2 sen run "$(printf 'a\377.lua')"
exits "an argument that is not UTF-8" 2 sen run probe.lua "$(printf 'a\377')"
python3 -c 'import sys; sys.stdout.buffer.write(b"-- " + b"x" * 1048576 + b"\n")' >big.lua
exits "a script of more than a mebibyte" 3 sen run big.lua
mkfifo pipe.lua
exits "a pipe" 3 timeout 3 "$SEN_BIN/sen" run pipe.lua
exits "a device" 3 timeout 3 "$SEN_BIN/sen" run /dev/zero
finish
