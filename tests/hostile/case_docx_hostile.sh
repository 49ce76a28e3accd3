# case_docx_hostile.sh - Word files built to do harm, or broken: refused with their code, soon and in little memory; the rest is read.
. "$SEN_ROOT/tests/lib.sh"
[ -f "$SEN_BIN/plugins/docx/docx.so" ] || { not_ok "the reader of Word files is not built (./build.sh deps)"; exit 1; }
export PYTHONPATH=$SEN_ROOT/tests/readers PYTHONDONTWRITEBYTECODE=1
mkdir files && python3 "$SEN_ROOT/tests/hostile/docx/make.py" files || { not_ok "the files are made"; exit 1; }
cat >run.py <<'PY'
import os, subprocess, time
sen, slow = os.path.join(os.environ["SEN_BIN"], "sen"), os.environ.get("MODE") == "asan"
LARGE = ("SEN2008", "ok-wide", "ok-tall")
for f in sorted(os.listdir("files")):
    start, bad = time.process_time(), []
    with open("err", "wb") as err, open("out", "wb") as out:
        child = subprocess.Popen([sen, "import", "files/" + f, "--dry-run"], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, use = os.wait4(child.pid, 0)
    code, said = os.waitstatus_to_exitcode(status), open("err", encoding="utf-8").read()
    want = f.split("-")[0]
    if want == "ok" and code not in (0, 1): bad.append("ended with %d: %s" % (code, said))
    if want != "ok" and (code != 3 or "[%s]" % want not in said): bad.append("ended with %d: %s" % (code, said))
    if want != "ok" and "    " not in said: bad.append("says nothing of what to do")
    if "root:" in said: bad.append("quotes a file of the machine")
    if not slow and use.ru_utime + use.ru_stime > (1 if not f.startswith(LARGE) else 5): bad.append("took %.2f s" % (use.ru_utime + use.ru_stime))
    if not slow and use.ru_maxrss > (64 if not f.startswith(LARGE) else 256) * 1024: bad.append("used %d KiB" % use.ru_maxrss)
    print("%s - %s" % ("not ok" if bad else "ok", f))
    for b in bad: print("#", b.strip())
PY
out=$(python3 run.py); printf '%s\n' "$out"
case $out in *"not ok"*) bad=1 ;; esac
is "all were tried" "$(ls files | wc -l)" "$(printf '%s\n' "$out" | grep -c 'ok - ')"
finish
