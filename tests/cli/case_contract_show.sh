# case_contract_show.sh - `show WHAT --json` key by key: schema, unit, keys in every item, null when absent, stable order, exit 3.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --unit "Xã Hai" --year 2026 -q && sen -C ws import "$plan" -q 2>/dev/null
S="-C ws --date 2026-11-20 --for xa-hai"
sen $S record people-reached nam=3 nu=4 --period 2026-10 --on 31/10 --by "Cán bộ A" -q
sen $S tick action-month/plan --on 1/11 -q
for w in tasks checklists indicators values materials bodies units legal outputs layers today; do sen $S show $w --json >"$w.json" || echo "exit $?"; done
cat >keys.py <<'P'
import json, sys
keys = {
 "tasks": "id also title clauses lead with from to due evidence status layer origin",
 "checklists": "id task items", "indicators": "id title kind measure by direction numerator denominator targets verified",
 "values": "indicator unit period dimensions n d state who on", "materials": "id title template audience channels valid_from valid_to approval",
 "bodies": "id name role unit succeeds", "units": "id name kind parent valid_from valid_to successors",
 "legal": "kind number date issuer replaced_by nodes", "outputs": "id title suffix mime kind version status reason", "layers": "name path files",
}
lists = "clauses with evidence items by targets audience channels succeeds successors nodes needs".split()
dates = "from to due date valid_from valid_to on done_on".split()
def ok(name, good, why=""): print(("ok - " if good else "not ok - ") + name + ("" if good else "  # %s" % (why,)))
import re
for w, ks in keys.items():
    text = open(w + ".json").read(); j = json.loads(text)
    ok(w + ": schema and unit", j["schema"] == "sen-%s/1" % w and "unit" in j and isinstance(j["items"], list) and j["items"], list(j))
    bad = []
    for it in j["items"]:
        for k in ks.split():
            if k not in it: bad.append((it.get("id"), "no", k))
            elif k in lists and not isinstance(it[k], list): bad.append((it.get("id"), k, "no list"))
            elif k in dates and it[k] is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", it[k]): bad.append((it.get("id"), k, it[k]))
            elif it[k] == "": bad.append((it.get("id"), k, "empty text, not null"))
    ok(w + ": every key in every item", not bad, bad[:4])
    if w not in ("values", "layers", "legal"):
        ids = [it["id"] for it in j["items"]]
        ok(w + ": ids are unique", len(ids) == len(set(ids)))
bad = [i for c in json.load(open("checklists.json"))["items"] for i in c["items"]
       if any(k not in i for k in "id text who due every times needs done done_on".split()) or not isinstance(i["done"], bool) or not isinstance(i["needs"], list)]
ok("items of checklists have their keys", not bad, bad[:2])
t = json.load(open("tasks.json"))["items"]
ok("origin names file and line", all(x["origin"]["file"] and x["origin"]["line"] > 0 for x in t))
ok("also is one name or null", all(x["also"] is None or isinstance(x["also"], str) for x in t))
tg = [g for x in json.load(open("indicators.json"))["items"] for g in x["targets"]]
ok("targets have level, year, value", tg and all({"level", "year", "value"} <= set(g) and isinstance(g["value"], (int, float)) for g in tg))
v = json.load(open("values.json"))["items"]
ok("values keep their parts", [(x["dimensions"], x["n"]) for x in v] == [({"sex": "female"}, 4), ({"sex": "male"}, 3)] and v[0]["who"] == "Cán bộ A" and v[0]["on"] == "2026-10-31" and v[0]["d"] is None, v)
o = {x["id"]: x["suffix"] for x in json.load(open("outputs.json"))["items"]}
want = {"html": "html", "text": "txt", "zalo": "zalo.txt", "loudspeaker": "loudspeaker.txt", "facebook": "facebook.txt", "csv": "csv", "json": "json", "md": "md"}
ok("outputs and their suffixes", all(o.get(k) == s for k, s in want.items()), o)
ok("kind of an output is c or lua", all(x["kind"] in ("c", "lua") for x in json.load(open("outputs.json"))["items"]))
l = [x["path"] for x in json.load(open("layers.json"))["items"]]
ok("layers low to high", l[0].startswith("sen:") and l[-1] == "units/xa-hai" and "." in l, l)
d = json.load(open("today.json"))
ok("today is one object", d["date"] == "2026-11-20" and all(isinstance(d[k], list) for k in ("due", "late", "soon")) and d["items"] == [{k: d[k] for k in ("date", "due", "late", "soon")}])
ok("today is sorted by day", all([x["due"] for x in d[k]] == sorted(x["due"] for x in d[k]) for k in ("due", "late", "soon")))
ok("units and legal are of no unit", all(json.load(open(f + ".json"))["unit"] is None for f in ("units", "outputs")) and json.load(open("tasks.json"))["unit"] == "xa-hai")
P
python3 keys.py >keys.out 2>&1 || echo "not ok - keys.py: $(tail -1 keys.out)"
cat keys.out; grep -q '^not ok' keys.out && bad=1
for w in tasks bodies legal; do sen $S show $w --json | cmp -s - $w.json && ok "$w: the same bytes again" || not_ok "$w: the same bytes again"; done
exits "one task" 0 sen $S show tasks action-month --json
is "is a list of one" 1 "$(printf '%s' "$out" | python3 -c 'import json,sys;print(len(json.load(sys.stdin)["items"]))')"
exits "by its other name, folded" 0 sen $S show tasks "Tháng hành_động" --json
for w in tasks checklists indicators materials bodies legal outputs layers plan; do
    exits "no such id in $w" 3 sen $S show $w khong-co-dau --json
    has "$w: the next command to type" "sen xem " "$err"
done
exits "show plan" 0 sen $S show plan --json
has "is a sen-plan" '"sen-plan/1"' "$out"
exits "show plan ID" 0 sen $S show plan kh-ubnd-2026 --json
pairs="plan:ke-hoach tasks:nhiem-vu checklists:danh-muc indicators:chi-tieu values:so-lieu materials:tai-lieu bodies:co-quan units:don-vi legal:van-ban outputs:dau-ra layers:lop today:hom-nay"
for p in $pairs; do [ "$(sen $S show ${p%%:*} --json)" = "$(sen $S xem ${p##*:} --json)" ] && ok "${p##*:} is ${p%%:*}" || not_ok "${p##*:} is ${p%%:*}"; done
exits "all units: a list in JSON" 0 sen -C ws show tasks --for all --json
is "one object per unit" "phuong-mot xa-hai" "$(printf '%s' "$out" | python3 -c 'import json,sys;print(*[x["unit"] for x in json.load(sys.stdin)])')"
exits "outputs without a workspace" 0 sen show outputs --json
# sen alone: a screenful
exits "sen alone, several units" 0 sen -C ws --date 2026-11-20
has "a line for each" "sen hom-nay --cho xa-hai" "$out"
exits "sen alone, one unit" 0 sen $S; has "what is due" "Trong 14 ngày tới" "$out"; has "what is missing" "Còn thiếu" "$out"; has "the next commands" "sen xong" "$out"
[ "$(printf '%s\n' "$out" | wc -l)" -lt 45 ] && ok "not a whole year" || not_ok "not a whole year" "$(printf '%s\n' "$out" | wc -l)"
exits "sen alone in English" 0 sen $S --lang en; has "in English" "Missing:" "$out"
exits "without a plan" 0 sh -c '"$0" init new --unit "Xã Ba" -q && "$0" -C new' "$SEN_BIN/sen"; has "the next command" "sen nhap" "$out"
exits "without a workspace: the commands" 0 sh -c 'cd / && "$0"' "$SEN_BIN/sen"; has "are listed" "xuat" "$out"
# text: tabs in a pipe, aligned within the width on a terminal
is "a pipe gets tabs" 1 "$(sen $S show tasks action-month >/dev/null; sen $S show tasks | head -1 | grep -c "$(printf '\t')")"
has "bodies are named in text" "Công an xã" "$(sen $S xem nhiem-vu)"
lacks "no English state in Vietnamese text" "$(printf '\t')late" "$(sen $S --date 2026-12-31 xem nhiem-vu)"
cat >term.py <<'P'
import fcntl, os, pty, struct, sys, termios
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 90, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
out = b""
try:
    while True:
        d = os.read(fd, 65536)
        if not d: break
        out += d
except OSError: pass
os.waitpid(pid, 0)
sys.stdout.write(out.decode().replace("\r\n", "\n"))
P
python3 term.py "$SEN_BIN/sen" $S xem nhiem-vu >term.txt
has "a head on a terminal" "tình trạng" "$(head -1 term.txt)"
is "no line is wider than the terminal" 0 "$(python3 -c 'import re,sys;print(sum(len(re.sub("\x1b\\[[0-9]*m","",l.rstrip("\n")))>90 for l in open("term.txt")))')"
is "no tab on a terminal" 0 "$(grep -c "$(printf '\t')" term.txt)"
has "colour on a terminal" "$(printf '\033[1m')" "$(head -1 term.txt)"
lacks "none with NO_COLOR" "$(printf '\033')" "$(NO_COLOR=1 python3 term.py "$SEN_BIN/sen" $S xem nhiem-vu)"
lacks "none in a pipe" "$(printf '\033')" "$(sen $S xem nhiem-vu; sen $S today; sen $S check 2>&1)"
finish
