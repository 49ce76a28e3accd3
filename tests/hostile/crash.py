"""crash.py - every writing command, cut off or refused at each of its write-like calls: the state is the old one or the new one.

Three ways: killed before the call; the call fails (full disk, I/O error), once and from then on; memory is refused. Afterwards
the database is whole and equals that of before or after, no temporary file is left for good, and the same command works again.
Prints "ok - NAME" or "not ok - NAME: why". Arguments: crash.so, the folder of plans, commands (default all). CRASH_STEP=1 takes
every call; the default takes every third.
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys

SEN, SO, PLAN = os.path.join(os.environ["SEN_BIN"], "sen"), os.path.abspath(sys.argv[1]), sys.argv[2] + "/ke-hoach-tinh-2026-2027.txt"
COMMON = ["-C", "ws", "--date", "2026-10-01"]
COMMANDS = {
    "import": ["import", sys.argv[2] + "/ke-hoach-dang-uy-2026.txt"],
    "tick": ["tick", "action-month/plan", "--on", "30/09"],
    "record": ["record", "people-reached", "nam=120", "nu=180", "--period", "2026-Q3"],
    "edit": ["edit", "task:action-month.lead", "women", "--why", "Phân công lại"],
    "add": ["add", "item:action-month/toa-dam", "Tọa đàm với nam công nhân", "han=20/11"],
    "undo": ["undo"],
    "unit add": ["unit", "add", "Xã Ở Sau"],
    "build": ["build", "leaflet", "--format", "html,zalo"],
}
STEP = int(os.environ.get("CRASH_STEP", "3"))
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
VOLATILE = {"at", "hash", "head", "who", "entries", "changes", "seq"}


def run(args, **env):
    with open("said", "wb") as said:
        rc = subprocess.run([SEN] + COMMON + args, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                            env=dict(os.environ, **env), timeout=120).returncode
    with open("said", encoding="utf-8", errors="replace") as said:
        return rc, said.read()


def faulty(args, way, n, sticky=False):
    env = {"LD_PRELOAD": SO, "CRASH": way, "CRASH_AT": str(n)}
    if sticky:
        env["CRASH_STICKY"] = "1"
    return run(args, **env)


def calls(args, way):
    fresh()
    run(args, LD_PRELOAD=SO, CRASH=way, CRASH_LOG="count")
    with open("count", encoding="ascii") as f:
        return int(f.read())


def fresh():
    shutil.rmtree("ws", ignore_errors=True)
    shutil.copytree("base", "ws", symlinks=True)


def state(ignore_temporary=False):
    """The workspace as data: tables without times and hashes, and the unit's files."""
    db = sqlite3.connect("ws/sen.db")
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = [t for (t,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    all_rows = {}
    for t in tables:
        cursor = db.execute('SELECT * FROM "%s"' % t)
        names = [d[0] for d in cursor.description]
        keep = [i for i, name in enumerate(names) if name not in VOLATILE]
        all_rows[t] = sorted(TIME.sub("TIME", repr([r[i] for i in keep])) for r in cursor)
    db.close()
    files = {}
    for top, _, names in os.walk("ws"):
        for name in names:
            path = os.path.join(top, name)
            rel = os.path.relpath(path, "ws")
            if not rel.startswith("out" + os.sep) and not rel.startswith("sen.db") and not (ignore_temporary and ".tmp." in rel):
                with open(path, "rb") as f:
                    files[rel] = f.read()
    return all_rows, files


def built():
    files = {}
    for top, _, names in os.walk("ws/out"):
        for name in names:
            if ".sen-build" not in top:
                with open(os.path.join(top, name), "rb") as f:
                    files[os.path.relpath(os.path.join(top, name), "ws/out")] = f.read()
    return files


def wrong(args, old, new, out):
    """What is wrong with the workspace after the fault; the command is run again at last."""
    rc, said = run(["show", "units"])
    if rc != 0:
        return "the next command ends with %d: %s" % (rc, said[:300])
    rows, files = state(True)
    if rows not in (old[0], new[0]):
        return "mixed rows in the database: " + ", ".join(t for t in rows if rows[t] != old[0][t])
    for name in sorted(set(files) | set(new[1])):
        if files.get(name) not in (old[1].get(name), new[1].get(name)):
            return "a half file: " + name
    if args[0] in ("edit", "add", "undo") and (rows == old[0]) != (files == old[1]):
        return "the database is %s, the files are %s" % (("old", "new") if rows == old[0] else ("new", "old"))
    if rows == old[0] and (new[0] != old[0] or files != new[1]):
        rc, said = run(args)
        if rc not in (0, 1):
            return "once more ends with %d: %s" % (rc, said[:300])
        left = [name for name in state()[1] if ".tmp." in name]
        if left:
            return "left behind: " + left[0]
        if args[0] == "build" and built() != out:
            return "the next build is not as a clean one"
    return None


def sweep(name, args):
    fresh()
    old = state()
    rc, said = run(args)
    if rc not in (0, 1):
        return ["%s does not work at all: %d %s" % (name, rc, said[:300])]
    new, out, bad = state(), built(), []
    n = calls(args, "count")
    if n < 5:
        return ["%s: only %d calls were seen" % (name, n)]
    ways = [("kill", False, (-9,)), ("full", False, (0, 1, 4)), ("full", True, (0, 1, 4)), ("io", False, (0, 1, 4))]
    for way, sticky, codes in ways:
        for at in range(1, n + 1, STEP * (1 if way == "kill" else 3)):
            fresh()
            rc, said = faulty(args, way, at, sticky)
            why = None if rc in codes else "ended with %d: %s" % (rc, said[:300])
            if not why and rc > 1 and not said.strip():
                why = "failed without a word"
            why = why or wrong(args, old, new, out)
            if why:
                bad.append("%s, %s%s at call %d of %d: %s" % (name, way, " for good" if sticky else "", at, n, why))
    n = calls(args, "memory")
    for sticky in (False, True):
        for k in range(0, 24, STEP):
            fresh()
            at = 1 + k * n // 24
            rc, said = faulty(args, "memory", at, sticky)
            why = None if rc in (0, 1, 4, 5) else "ended with %d: %s" % (rc, said[:300])
            why = why or wrong(args, old, new, out)
            if why:
                bad.append("%s, memory at %d of %d: %s" % (name, at, n, why))
    return bad


def main():
    subprocess.run([SEN, "init", "base", "--unit", "Phường An Hòa", "--year", "2026"], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree("ws", ignore_errors=True)
    shutil.copytree("base", "ws")
    run(["import", PLAN])
    run(["edit", "task:action-month.with", "+farmers", "--why", "Có trước"])
    shutil.rmtree("base")
    os.rename("ws", "base")
    status = 0
    wanted = sys.argv[3:] or list(COMMANDS)
    for name in wanted:
        bad = sweep(name, COMMANDS[name])
        for b in bad[:5]:
            print("# " + b.replace("\n", " "))
        print(("not ok - %s: %d faults" % (name, len(bad))) if bad else "ok - %s: old or new, whatever fails" % name)
        status |= bool(bad)
    return status


sys.exit(main())
