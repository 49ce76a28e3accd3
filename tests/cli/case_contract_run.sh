# case_contract_run.sh - run, repl, test, plugin, doctor: what goes to stdout, limits, the unit's layer, nothing written.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --year 2026 -q && sen -C ws import "$plan" -q 2>/dev/null
S="-C ws --date 2026-10-01"
run() { local name=$1 want=$2; printf '%b\n' "$3" >r.lua; shift 3; exits "$name" 0 sen run r.lua "$@"; is "$name: stdout" "$(printf '%b' "$want")" "$out"; is "$name: stderr" "" "$err"; }
run "print, tab-joined" 'a\t1\tnil\ttrue' 'print("a", 1, nil, true)'
run "sen.log goes there too" 'x\t2' 'sen.log("x", 2)'
run "a returned text" 'chữ' 'return "chữ"'
run "a returned number" '0.1' 'return 0.1'
run "a returned list is JSON" '[1, "ă", [true]]' 'return { 1, "ă", { true } }'
run "a returned table is JSON" '{"a": 1, "b": {"c": [2]}}' 'return { b = { c = { 2 } }, a = 1 }'
run "an empty model without a workspace" '0\t0' 'print(#tasks, #indicators)'
run "arguments in arg" '["p", "--q", "-z"]' 'return arg' p --q -z
run "arguments as ..." 'p\t3' 'print((...), select("#", ...))' p --q 3
printf 'print(("x"):rep(700000)) print(("y"):rep(700000))\n' >big.lua
exits "more than 1 MiB of output" 5 sen run big.lua
[ "${#out}" -le 1048577 ] && ok "is cut at 1 MiB" || not_ok "is cut at 1 MiB" "${#out}"
printf 'return #tasks > 20 and unit.name\n' >r.lua; exits "the unit's model" 0 sen $S run r.lua; is "is there" "Phường Một" "$out"
sen $S add item:action-month/toa-dam "Tọa đàm" han=20/11 -q
printf 'sua.viec "action-month/toa-dam" { giao_cho = "women", ly_do = "x" }\n' >r.lua; cp -r ws before
exits "a declaration above the unit's layer" 0 sen $S run r.lua
diff -r before ws >/dev/null && ok "is discarded, nothing is written" || not_ok "is discarded, nothing is written" "$(diff -rq before ws)"
printf 'sua.nhiem_vu "action-mnth" { chu_tri = "women", ly_do = "x" }\n' >r.lua
exits "a wrong declaration" 3 sen $S run r.lua; has "at its line" "r.lua:1" "$err"
printf 'print(1)\nlocal x = nil\nprint(x.y)\n' >r.lua; exits "an error" 3 sen run r.lua; is "what was printed before stays" 1 "$out"; has "at its line" "r.lua:3" "$err"
printf 'tasks[1].title = "x"\n' >r.lua; exits "the model is frozen" 3 sen $S run r.lua
for code in 'io.open("/etc/passwd")' 'os.execute("id")' 'require("x")' 'dofile("x")' 'load("return 1", "x", "b")' 'debug.getinfo(1)' 'string.dump(print)'; do
    printf '%s\n' "$code" >r.lua; exits "no way out: $code" 3 sen run r.lua
done
is "the same output every time" "$(printf 'local t={} for i=1,50 do t["k"..i]=i end for k in pairs(t) do print(k) end' >p.lua; sen run p.lua)" "$(sen run p.lua)"
# repl
exits "repl" 0 sh -c 'printf "x = 2\nx * 21\nprint(\"a\", 1)\nkhong_co\nunit.name\n" | "$0" -C ws repl' "$SEN_BIN/sen"
has "keeps what was defined" 42 "$out"; has "prints" "$(printf 'a\t1')" "$out"; has "goes on after a mistake" "Phường Một" "$out"
# test
exits "no tests yet" 0 sen $S test; mkdir -p ws/tests; printf 'assert(#tasks > 20)\n' >ws/tests/a.lua
exits "a test that passes" 0 sen $S kiem-thu; is "is counted, with the examples of rules" "$(grep -c '^ok - ' <<<"$out") passed, 0 failed" "$(tail -1 <<<"$out")"
printf 'assert(#tasks == 0, "có nhiệm vụ")\n' >ws/tests/b.lua; exits "one that fails" 1 sen $S test; is "is counted too" "$(grep -c '^ok - ' <<<"$out") passed, 1 failed" "$(tail -1 <<<"$out")"; has "with its reason" "có nhiệm vụ" "$out$err"
# files of the workspace are checked in their place
printf 'nhiem_vu "abc" { "Tên", chu_tri = "women" }\n' >ws/scripts/x.lua
exits "a file that is already a layer" 0 sen $S check ws/scripts/x.lua; lacks "is not met twice" "SEN3136" "$out"
sed -i 's/women/womn/' ws/scripts/x.lua; exits "with a mistake" 1 sen $S check ws/scripts/x.lua; has "at its line" "scripts/x.lua:1" "$out"; is "once" 1 "$(printf '%s\n' "$out" | grep -c 'error\[')"
rm ws/scripts/x.lua; exits "sen.lua, unit.lua" 0 sen $S check ws/sen.lua ws/units/phuong-mot/unit.lua
# plugins
for k in lua c; do
    exits "plugin new --$k" 0 sen plugin new thu-$k --$k; has "names the next command" "sen mo-rong kiem-thu thu-$k" "$out"
    exits "plugin test" 0 sen plugin test thu-$k
    exits "plugin allow" 0 sen mo-rong cho-phep thu-$k
    has "is listed" "thu-$k" "$(sen plugin list)"
done
echo khac >>thu-lua/expect.thu-lua.txt; exits "another result" 1 sen plugin test thu-lua; has "says how to accept it" "--chap-nhan" "$err"
exits "accepted" 0 sen plugin test thu-lua --accept; exits "then it is expected" 0 sen mo-rong kiem-thu thu-lua; has "is counted" "1 mẫu" "$out"
rm thu-lua/expect.*; exits "nothing is expected" 1 sen plugin test thu-lua; exits "the first result is accepted" 0 sen plugin test thu-lua --accept; [ -s thu-lua/expect.thu-lua.txt ] && ok "and written" || not_ok "and written"
has "readers are listed" "docx docm" "$(sen plugin list)"; has "as JSON too" '"suffixes": "docx docm' "$(sen plugin list --json)"
has "an output like any other" '"thu-lua"' "$(sen show outputs --json)"
sed 's/    int i = 0;/    int i = 0; __builtin_trap();/' thu-c/thu-c.c >t.c && mv t.c thu-c/thu-c.c
exits "one that crashes fails its test" 1 sen plugin test thu-c; has "and is named" "SEN6060]: Phần mở rộng thu-c" "$err"
exits "plugin new: one of two" 2 sen plugin new x; exits "a folder that is there" 3 sen plugin new thu-c --c; exits "no such folder" 3 sen plugin test none
exits "doctor" 0 sen $S doctor; exits "kham" 0 sen kham; lacks "nothing is bad" "[hỏng]" "$out"
finish
