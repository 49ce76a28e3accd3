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

# a parse that would take Lua the square of its length is refused before Lua sees it
python3 -c 'print("local x = 1 if x then " + "elseif y then " * 70000 + " end")' >else.lua
exits "70,000 elseif are refused" 3 timeout 60 "$SEN_BIN/sen" run else.lua
has "with a sentence" "SEN3078" "$err"
exits "and by check" 1 timeout 60 "$SEN_BIN/sen" check else.lua
has "the script after it runs" "ok - probe.lua" "$(sen test else.lua probe.lua 2>&1)"
grow() { # name, Lua text repeated n times in Python
    python3 -c "print($2)" >grow.lua
    timeout 60 "$SEN_BIN/sen" run grow.lua >/dev/null 2>"$W/.err"
    local rc=$?
    case $rc in 0 | 3) ok "$1" ;; *) not_ok "$1" "exit $rc" "$(head -c 300 "$W/.err")" ;; esac
}
grow "100,000 brackets inside each other" '"return " + "(" * 100000 + "1" + ")" * 100000'
grow "100,000 braces" '"return " + "{" * 100000 + "}" * 100000'
grow "100,000 functions inside each other" '"return " + "function() return " * 50000 + "1" + " end" * 50000'
grow "200,000 and" '"return 1" + " and x" * 150000'
grow "200,000 or" '"return 1" + " or x" * 150000'
grow "50,000 goto of one label" '"::a:: " + "do goto a end " * 50000'
grow "50,000 labels" '"\n".join("::a%d::" % i for i in range(50000))'
grow "50,000 break" '"while true do " + "if x then break end " * 40000 + " end"'
grow "100,000 locals" '"\n".join("local a%d = 1" % i for i in range(60000))'
grow "100,000 not" '"return " + "not " * 100000 + "x"'
grow "100,000 minus" '"return " + "- " * 100000 + "1"'
grow "100,000 concatenations" '"return 1" + "..1" * 100000'
grow "100,000 powers" '"return 1" + "^1" * 100000'
grow "100,000 calls in a row" '"f" + "()" * 200000'
grow "200,000 constants" '"local t = {" + ",".join("\"k%d\"" % i for i in range(90000)) + "}"'
grow "names of a megabyte" '"local " + "a" * 1000000 + " = 1"'
grow "a number of a megabyte" '"return " + "9" * 1000000'
grow "a string of escapes" '"return \"" + "\\65" * 250000 + "\""'
grow "a long bracket that nearly closes" '"return [====[" + "]===" * 200000 + "]====]"'
grow "comments only" '"--[[x]]" * 140000'
grow "a hundred thousand blocks" '"do end " * 140000'
grow "assignments to many" '"a" + ",a" * 200000 + " = 1"'
printf 'return 1 +\n' >bad.lua
has "the file after it is checked" "bad.lua:" "$(sen check else.lua bad.lua 2>&1)"

# long lines cost their length once
python3 -c 'print("local t = {" + "1," * 200000 + "}")' >list.lua
exits "a list of 200,000 numbers in one line" 0 timeout 60 "$SEN_BIN/sen" run list.lua
python3 -c 'print("\u201c\u201d" * 150000)' >quotes.lua
exits "300,000 curly quotes" 3 timeout 60 "$SEN_BIN/sen" run quotes.lua

# names of files
exits "a file's name with control characters" 2 sen run "$(printf 'a\033[2J\nb.lua')"
lacks "shows none of them" "$(printf '\033')" "$err"
cp bad.lua "$(printf 'a\377.lua')"
exits "a file's name that is not UTF-8" 2 sen run "$(printf 'a\377.lua')"
exits "an argument that is not UTF-8" 2 sen run probe.lua "$(printf 'a\377')"
python3 -c 'import sys; sys.stdout.buffer.write(b"-- " + b"x" * 1048576 + b"\n")' >big.lua
exits "a script of more than a mebibyte" 3 sen run big.lua
mkfifo pipe.lua
exits "a pipe" 3 timeout 60 "$SEN_BIN/sen" run pipe.lua
exits "a device" 3 timeout 60 "$SEN_BIN/sen" run /dev/zero
finish
