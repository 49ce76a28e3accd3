"""bench.py - measures B1-B5, B7, B9, B12: user+sys CPU of whole commands, median of interleaved rounds, each beside its reference."""
import math, os, resource, shutil, statistics, subprocess, sys, tempfile, time

sen, rows = os.path.abspath(sys.argv[1]), set(sys.argv[2:])
log = os.environ["BENCH_LOG"]
env = {"PATH": os.environ["PATH"], "HOME": log, "TZ": "UTC"}
memory = "/dev/shm" if os.path.isdir("/dev/shm") else log
root = tempfile.mkdtemp(prefix="sen-bench-", dir=memory)
DATE = ["--date", "2026-10-01"]
CONTENT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "content")

def wanted(row): return not rows or row in rows

def run(cmd, stdin=None, ok=(0,)):
    """CPU seconds, wall seconds and peak RSS (KiB) of one command with its children."""
    before, t = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    p = subprocess.Popen(cmd, stdin=open(stdin) if stdin else subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(p.pid, 0)
    p.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - t
    if p.returncode not in ok: raise SystemExit("bench: %s ended with %d" % (" ".join(cmd), p.returncode))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, usage.ru_maxrss

def median(cmds, rounds=5):
    """Interleaved rounds of several (prepare, command) pairs; the median of each figure."""
    got = [[] for _ in cmds]
    for i in range(rounds + 1):
        for k, (prepare, cmd, stdin, ok) in enumerate(cmds):
            if prepare: prepare()
            r = run(cmd, stdin, ok)
            if i: got[k].append(r)
    return [tuple(statistics.median(x[j] for x in g) for j in range(3)) for g in got]

def say(row, what, figure, budget): print("%-4s %-62s %-34s (budget: %s)" % (row, what, figure, budget), flush=True)

def workspace(n, name):
    d = os.path.join(root, name)
    subprocess.run([sen, "init", d, "--unit", "Phường Số 0", "--year", "2026", "-q"], check=True, env=env)
    for i in range(1, n):
        kind, word = (("phuong", "Phường"), ("xa", "Xã"))[i % 2]
        u = os.path.join(d, "units", "%s-so-%d" % (kind, i))
        os.makedirs(os.path.join(u, "scripts"))
        os.makedirs(os.path.join(u, "content"))
        with open(os.path.join(u, "unit.lua"), "w") as f:
            f.write('unit "%s-so-%d" {\n  name = "%s Số %d",\n  kind = "%s",\n  place = "Số %d",\n}\n' % (kind, i, word, i, kind, i))
    subprocess.run([sen, "-C", d, "import", os.path.join(CONTENT, "plans", "ke-hoach-tinh-2026-2027.txt"), "-q"], check=True, env=env, stderr=subprocess.DEVNULL)
    return d

def clear(d): return lambda: shutil.rmtree(os.path.join(d, "out"), ignore_errors=True)
def build(d, *more): return [sen, "-C", d, "build", "--for", "all", "--draft", "-q"] + DATE + list(more)
def files(d, suffix): return sorted(os.path.join(p, f) for p, _, fs in os.walk(os.path.join(d, "out")) for f in fs if f.endswith(suffix) and not p.endswith(".sen-build") and f != "index.html")

LOW = (0, 1)
MATERIALS = os.environ.get("BENCH_MATERIALS", "").split()

def b1():
    n = int(os.environ.get("BENCH_UNITS", "3321"))
    d = workspace(n, "b1")
    subprocess.run(build(d, *MATERIALS, "--format", "md"), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    md = files(d, ".md")
    names = os.path.join(root, "md.txt")
    ref = os.path.join(root, "md")
    shutil.move(os.path.join(d, "out"), ref)
    with open(names, "w") as f: f.write("".join(p.replace(os.path.join(d, "out"), ref) + "\n" for p in md))
    job, one, peer = median([(clear(d), build(d, *MATERIALS, "--format", "html"), None, LOW), (clear(d), build(d, *MATERIALS, "--format", "html", "-j", "1"), None, LOW),
                             (None, [os.path.join(log, "cmark_files")], names, (0,))], 5)
    html = len(files(d, ".html"))
    v = subprocess.run(["pkg-config", "--modversion", "libcmark"], capture_output=True, text=True).stdout.strip()
    say("B1", "%d units, %d pages: sen %.2f s CPU, libcmark %s on the same text %.2f s" % (n, html, one[0], v, peer[0]), "ratio %.2f, %.0f us a page" % (one[0] / peer[0], one[0] / max(html, 1) * 1e6), "0.6")
    say("B3", "two threads: wall %.2f s against %.2f s with one; peak of the parent %.0f MB" % (job[1], one[1], one[2] / 1024), "%.2fx" % (one[1] / job[1]), "1.8x, 24 MB")
    return d

def b3():
    cpu = {}
    for n in (100, 1000): cpu[n] = median([(clear(d), build(d, "-j", "1"), None, LOW) for d in [workspace(n, "b3-%d" % n)]], 3)[0]
    x = math.log(cpu[1000][0] / cpu[100][0]) / math.log(10)
    say("B3", "growth from 100 to 1,000 units: %.2f s, %.2f s CPU; peak %.0f, %.0f MB" % (cpu[100][0], cpu[1000][0], cpu[100][2] / 1024, cpu[1000][2] / 1024), "exponent %.2f" % x, "1.02, 24 MB flat")

def b4():
    n = int(os.environ.get("BENCH_UNITS", "3321"))
    d = os.path.join(root, "b1") if os.path.isdir(os.path.join(root, "b1")) else workspace(n, "b1")
    clear(d)()
    run(build(d), ok=LOW)
    (same,) = median([(None, build(d), None, LOW)], 5)
    flip = [0]
    def change():
        flip[0] += 1
        with open(os.path.join(d, "units", "phuong-so-2", "unit.lua"), "a") as f: f.write("-- %d\n" % flip[0])
    (one,) = median([(change, build(d), None, LOW)], 5)
    say("B4", "nothing changed, %d units" % n, "%.0f ms wall" % (same[1] * 1e3), "40 ms at 10,598 units")
    say("B4", "one unit changed", "%.0f ms more" % ((one[1] - same[1]) * 1e3), "5 ms more")

def b5():
    d = workspace(200, "b5")
    run(build(d), ok=LOW)
    fresh, over = median([(clear(d), build(d), None, LOW), (None, build(d, "--verify"), None, LOW)], 5)
    say("B5", "200 units over an equal tree (--verify): %.0f ms wall, into an empty folder %.0f ms" % (over[1] * 1e3, fresh[1] * 1e3), "%.2fx" % (over[1] / fresh[1]), "2x")

def b7():
    d = workspace(1, "b7")
    version, empty = median([(None, [sen, "--version"], None, (0,)), (None, [os.path.join(log, "empty")], None, (0,))], 31)
    (check,) = median([(None, [sen, "-C", d, "check", "-q"] + DATE, None, LOW)], 15)
    say("B7", "sen --version %.2f ms wall, an empty C program %.2f ms" % (version[1] * 1e3, empty[1] * 1e3), "%.1fx" % (version[1] / empty[1]), "2x")
    say("B7", "sen check of one plan", "%.1f ms wall, %.1f ms CPU" % (check[1] * 1e3, check[0] * 1e3), "8 ms")

def b9():
    shared = os.path.join(os.path.dirname(CONTENT), "..", "shared", "plans", "sa-dec-2023.txt")
    plan = shared if os.path.exists(shared) else os.path.join(CONTENT, "plans", "ke-hoach-tinh-2026-2027.txt")
    (small,) = median([(None, [sen, "import", plan, "--dry-run", "--json"], None, (0,))], 15)
    text = open(plan, encoding="utf-8").read()
    big = {}
    for mb in (1, 10):
        p = os.path.join(root, "big-%d.txt" % mb)
        body = text[text.index("I. "):text.index("Nơi nhận")]
        with open(p, "w") as f: f.write(text[:text.index("I. ")] + body * (mb * 1000000 // len(body.encode())) + text[text.index("Nơi nhận"):])
        (big[mb],) = median([(None, [sen, "import", p, "--dry-run", "-q"], None, (0,))], 3)
    say("B9", "import of %s" % os.path.basename(plan), "%.1f ms wall, %.1f ms CPU" % (small[1] * 1e3, small[0] * 1e3), "10 ms")
    say("B9", "10 MB of text (1 MB: %.2f s)" % big[1][0], "%.2f s CPU, exponent %.2f" % (big[10][0], math.log(big[10][0] / big[1][0]) / math.log(10)), "5 s, linear")

def b12():
    p = os.path.join(root, "stripped")
    subprocess.run(["strip", "-o", p, sen], check=True)
    say("B12", "build/sen stripped", "%.0f KB" % (os.path.getsize(p) / 1024), "1 MB")

def b2():
    for tool in ("hugo", "pandoc"):
        print("B2   %s: %s" % (tool, "installed, compare by hand with the files of B1" if shutil.which(tool) else "not installed here, not measured"))

try:
    for name, f in (("B12", b12), ("B7", b7), ("B9", b9), ("B1", b1), ("B4", b4), ("B3", b3), ("B5", b5), ("B2", b2)):
        if wanted(name): f()
finally:
    shutil.rmtree(root, ignore_errors=True)
