"""bench.py - measures the budgets with the real program: user+sys CPU of whole commands with their workers, the median of
interleaved rounds, each figure beside its reference. BENCH_UNITS, BENCH_WARDS and BENCH_ROUNDS change the sizes."""
import math, os, shutil, signal, statistics, subprocess, sys, tempfile, time

sen, rows = os.path.abspath(sys.argv[1]), set(sys.argv[2:])
log = os.environ["BENCH_LOG"]
env = {"PATH": os.environ["PATH"], "HOME": log, "TZ": "UTC"}
memory = "/dev/shm" if os.path.isdir("/dev/shm") and shutil.disk_usage("/dev/shm").free > 2 << 30 else log
root = tempfile.mkdtemp(prefix="sen-bench-", dir=memory)
disk = tempfile.mkdtemp(prefix="sen-bench-", dir=os.environ.get("TMPDIR", "/tmp"))
CONTENT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "content")
PLAN = os.path.join(CONTENT, "plans", "ke-hoach-tinh-2026-2027.txt")
UNITS = int(os.environ.get("BENCH_UNITS", "400"))          # of B1; the budget says 3,321
WARDS = int(os.environ.get("BENCH_WARDS", "10598"))        # of B4
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
EIGHT = ["leaflet", "checklist", "qa", "bulletin", "slogans", "invitation", "ward-plan", "indicator-report"]
FINE, FOUND = (0,), (0, 1)                                 # FOUND: done, with findings

def run(cmd, ok=FINE, stdin=None):
    """CPU seconds and wall seconds of one command with its children, and the largest of these processes in KiB."""
    figures = os.path.join(log, "figures")
    with open(stdin or os.devnull) as source, open(os.devnull, "w") as nowhere:
        subprocess.run([os.path.join(log, "measure"), figures] + cmd, stdin=source, stdout=nowhere, stderr=nowhere, env=env, check=True)
    with open(figures) as f: cpu, wall, most, code = f.read().split()
    if int(code) not in ok: raise SystemExit("bench: %s ended with %s" % (" ".join(cmd), code))
    return float(cpu), float(wall), int(most)

def medians(jobs, rounds=None):
    """Interleaved rounds of (prepare or None, command, codes, stdin); per job the medians of what run gives. One round is not counted."""
    got = [[] for _ in jobs]
    for turn in range((rounds or ROUNDS) + 1):
        for k, (prepare, cmd, ok, stdin) in enumerate(jobs):
            if prepare: prepare()
            figures = run(cmd, ok, stdin)
            if turn: got[k].append(figures)
    return [tuple(statistics.median(x[j] for x in g) for j in range(3)) for g in got]

def say(row, what, figure, budget=""):
    print("%-4s %-88s %-22s %s" % (row, what, figure, budget and "budget " + budget), flush=True)

def workspace(n, name, where=None, only=None):
    """A workspace of n wards with a profile each and the province's plan; `only`: the materials that stay."""
    d = os.path.join(where or root, name)
    subprocess.run([sen, "init", d, "--unit", "Phường Số 0", "--year", "2026", "-q"], check=True, env=env, stdout=subprocess.DEVNULL)
    for i in range(1, n):
        kind, word = (("phuong", "Phường"), ("xa", "Xã"))[i % 2]
        u = os.path.join(d, "units", "%s-so-%d" % (kind, i))
        os.makedirs(os.path.join(u, "scripts"))
        os.makedirs(os.path.join(u, "content"))
        with open(os.path.join(u, "unit.lua"), "w", encoding="utf-8") as f:
            f.write('unit "%s-so-%d" {\n  name = "%s Số %d",\n  kind = "%s",\n  place = "Số %d",\n}\n' % (kind, i, word, i, kind, i))
    if only:
        shown = subprocess.run([sen, "-C", d, "show", "materials", "--for", "phuong-so-0", "--json"], env=env, capture_output=True, text=True).stdout
        ids = sorted(set(w.split('"')[3] for w in shown.split("{") if w.lstrip().startswith('"id"')))
        os.makedirs(os.path.join(d, "scripts"), exist_ok=True)
        with open(os.path.join(d, "scripts", "few.lua"), "w", encoding="utf-8") as f:
            f.write("".join('remove.material "%s" { why = "đo tốc độ" }\n' % i for i in ids if i not in only))
    subprocess.run([sen, "-C", d, "import", PLAN, "-q"], check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return d

def clear(d): return lambda: shutil.rmtree(os.path.join(d, "out"), ignore_errors=True)
def build(d, *more): return [sen, "-C", d, "build", "--for", "all", "--draft", "-q", "--date", "2026-10-01"] + list(more)

def files(d, suffix):
    found = [os.path.join(p, f) for p, _, fs in os.walk(d) if not p.endswith(".sen-build") for f in fs if f.endswith(suffix)]
    return sorted(found)

def list_of(paths, name):
    path = os.path.join(root, name)
    with open(path, "w", encoding="utf-8") as f: f.write("".join(p + "\n" for p in paths))
    return path

def markdown(d, name):
    """The expanded Markdown of the eight materials, as Sen prints it, and the list of its files."""
    run(build(d, *EIGHT, "--format", "md"), FOUND)
    kept = os.path.join(root, name)
    shutil.move(os.path.join(d, "out"), kept)
    return kept, files(kept, ".md")

def b1():
    d = workspace(UNITS, "b1")
    _, md = markdown(d, "md")
    size = sum(os.path.getsize(p) for p in md) / len(md) / 1024
    page = build(d, *EIGHT, "--format", "html")
    one, two, peer = medians([(clear(d), page + ["-j", "1"], FOUND, None), (clear(d), page + ["-j", "2"], FOUND, None),
                              (None, [os.path.join(log, "cmark_files")], FINE, list_of(md, "md.txt"))])
    n = len(files(os.path.join(d, "out"), ".html"))
    version = subprocess.run(["pkg-config", "--modversion", "libcmark"], capture_output=True, text=True).stdout.strip()
    say("B1", "%d wards x 8, %d pages of %.1f KB Markdown: Sen, walls up, %.2f s CPU (%.0f us a page)" % (UNITS, n, size, one[0], one[0] / n * 1e6), "")
    say("", "  libcmark %s, parse and render of the same text: %.2f s (%.0f us a page)" % (version, peer[0], peer[0] / len(md) * 1e6),
        "ratio %.2f" % (one[0] / peer[0]), "0.60")
    say("B3", "two threads: %.2f s wall, one: %.2f s (%d processors, load %.1f)" % (two[1], one[1], os.cpu_count(), os.getloadavg()[0]),
        "%.2fx" % (one[1] / two[1]), "1.8x")

def b2():
    """At the wards of B1, where the start of either program no longer hides what a page costs."""
    d = workspace(UNITS, "b2")
    kept, md = markdown(d, "md2")
    (own,) = medians([(clear(d), build(d, *EIGHT, "--format", "html", "-j", "1"), FOUND, None)], 3)
    for tool in ("hugo", "pandoc", "node"):
        if tool == "node": print("B2   Node pair (nunjucks, markdown-it): its packages are not part of the build, not measured")
        elif not shutil.which(tool): print("B2   %s: not installed here, not measured" % tool)
        else: b2_tool(tool, kept, md, own, len(md))

def b2_tool(tool, kept, md, own, own_pages):
    version = subprocess.run([tool, "version" if tool == "hugo" else "--version"], capture_output=True, text=True, env=env).stdout
    version = " ".join(version.split()[:2])
    if tool == "hugo":
        site = os.path.join(root, "site")
        os.makedirs(os.path.join(site, "layouts", "_default"))
        shutil.copytree(kept, os.path.join(site, "content"), ignore=shutil.ignore_patterns(".sen-build"))
        with open(os.path.join(site, "hugo.toml"), "w") as f: f.write('baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n')
        with open(os.path.join(site, "layouts", "_default", "single.html"), "w") as f: f.write("<!DOCTYPE html>\n<html><body>{{ .Content }}</body></html>\n")
        for p in files(os.path.join(site, "content"), ".md"):
            with open(p, encoding="utf-8") as f: text = f.read()
            with open(p, "w", encoding="utf-8") as f: f.write("---\ntitle: x\n---\n" + text)
        cmd, budget = ["hugo", "--quiet", "-s", site], "50x, 300x less memory"
    else:
        md = md[:32]                                       # four wards; its cost grows with the pages
        cmd, budget = ["pandoc", "-f", "gfm", "-t", "html", "-o", os.path.join(root, "pandoc.html")] + md, "300x"
    try: peer = run(cmd)
    except SystemExit as why:
        print("B2   %s: %s" % (tool, str(why)[:100]))
        return
    say("B2", "%s, %d pages of expanded text: %.2f s CPU, %.0f MB; Sen, %d wards x 8 from the data: %.2f ms a page, %.0f MB" %
        (version, len(md), peer[0], peer[2] / 1024, UNITS, own[0] / own_pages * 1e3, own[2] / 1024),
        "%.0fx, memory %.0fx" % (peer[0] / len(md) / (own[0] / own_pages), peer[2] / own[2]), budget)

def b3():
    few = workspace(100, "b3-100", only=("leaflet", "slogans"))
    many = workspace(2000, "b3-2000", only=("leaflet", "slogans"))
    a, b = medians([(clear(d), build(d, "-j", "1"), FOUND, None) for d in (few, many)], 3)
    x = math.log(b[0] / a[0]) / math.log(20)
    say("B3", "100 wards: %.2f s CPU, largest process %.1f MB; 2,000 wards: %.2f s, %.1f MB" % (a[0], a[2] / 1024, b[0], b[2] / 1024), "exponent %.2f" % x, "1.02, 24 MB flat")

def b4():
    d = workspace(WARDS, "b4", only=("leaflet",))
    run(build(d), FOUND)
    time.sleep(2.2)                                        # files younger than two seconds are always read again
    run(build(d), FOUND)
    flip = [0]
    def change():
        flip[0] += 1
        with open(os.path.join(d, "units", "phuong-so-2", "unit.lua"), "a") as f: f.write("-- %d\n" % flip[0])
    (same,) = medians([(None, build(d), FOUND, None)])
    (one,) = medians([(change, build(d), FOUND, None)])
    (all_bytes,) = medians([(None, build(d, "--verify"), FOUND, None)], 1)
    say("B4", "nothing changed, %d wards: %.0f ms CPU" % (WARDS, same[0] * 1e3), "%.0f ms wall" % (same[1] * 1e3), "40 ms at 10,598")
    say("B4", "one ward changed", "%.0f ms more" % ((one[1] - same[1]) * 1e3), "5 ms more")
    say("B4", "--verify, all bytes compared", "%.1f s wall" % all_bytes[1])

def b5():
    on_disk, in_memory = (workspace(100, "b5", only=tuple(EIGHT), where=w) for w in (disk, root))
    pages = lambda d: build(d, *EIGHT, "--format", "html", "--verify", "-j", "1")
    kind = subprocess.run(["stat", "-f", "-c", "%T", disk], capture_output=True, text=True).stdout.strip().replace("ext2/ext3", "ext4")
    for d in (on_disk, in_memory): run(pages(d), FOUND)
    over, ram = medians([(None, pages(d), FOUND, None) for d in (on_disk, in_memory)], 3)
    say("B5", "100 wards over an equal tree: %.2f s wall on %s, %.2f s on memory" % (over[1], kind, ram[1]), "%.2fx" % (over[1] / ram[1]), "2x")
    out = os.path.join(on_disk, "out")
    names = list_of(files(out, ""), "all.txt")
    careless = [os.path.join(log, "write_files")]
    # every byte of every file differs by one after write_files; the build puts all back
    (wrong,), (back,) = medians([(None, careless, FINE, names)], 3), medians([(lambda: run(careless, FINE, names), pages(on_disk), FOUND, None)], 3)
    own, noise = back[1] - over[1], 0.05 * over[1]         # what is less than a twentieth of the whole is not told from noise
    say("B5", "all %d files differ: truncate and write %.2f s wall; Sen %.2f s beyond what it needs over an equal tree" % (len(files(out, "")), wrong[1], own),
        ("%.1fx faster" if own > noise else "over %.1fx") % (wrong[1] / max(own, noise)), "4x")

def b7():
    d = workspace(1, "b7")
    command = [sen, "-C", d, "check", "-q", "--date", "2026-10-01"]
    turn = [0]
    def change():
        turn[0] += 1
        with open(os.path.join(d, "units", "phuong-so-0", "unit.lua"), "a") as f: f.write("-- %d\n" % turn[0])
    (changed,) = medians([(change, command, FOUND, None)], 9)
    time.sleep(2.2)                                        # what is younger than two seconds is not remembered
    run(command, FOUND)
    version, empty, check = medians([(None, [sen, "--version"], FINE, None), (None, [os.path.join(log, "empty")], FINE, None),
                                     (None, command, FOUND, None)], 25)
    say("B7", "sen --version %.2f ms CPU, an empty dynamic C program %.2f ms" % (version[0] * 1e3, empty[0] * 1e3), "%.1fx" % (version[0] / empty[0]), "2x")
    say("B7", "sen check of one plan, nothing changed since the last check: %.1f ms CPU" % (check[0] * 1e3), "%.1f ms wall" % (check[1] * 1e3), "8 ms")
    say("", "  the same after a change: %.1f ms CPU, %.1f ms wall" % (changed[0] * 1e3, changed[1] * 1e3), "")

def b8():
    """The same program linked without the walls (no_seal.c), on the same work."""
    opened = os.path.join(os.path.dirname(sen), "open", "sen")
    d = workspace(40, "b8", only=tuple(EIGHT))
    compute, loop, inside = (os.path.join(root, n) for n in ("compute.lua", "loop.lua", "string.lua"))
    with open(compute, "w") as f: f.write("local s = 0\nfor i = 1, 12000000 do s = (s * 31 + i) % 65521 end\nreturn s\n")
    with open(loop, "w") as f: f.write("while true do end\n")
    with open(inside, "w") as f: f.write('return (("a"):rep(30000)):find((".-"):rep(12) .. "b")\n')
    page = lambda program: [program] + build(d, *EIGHT, "--format", "html", "-j", "1")[1:]
    script = lambda program: [program, "-C", d, "run", compute, "--for", "phuong-so-0"]
    on, off, run_on, run_off = medians([(clear(d), page(sen), FOUND, None), (clear(d), page(opened), FOUND, None),
                                        (None, script(sen), FINE, None), (None, script(opened), FINE, None)])
    say("B8", "walls on %.0f ms CPU, off %.0f ms: templates of 40 wards" % (on[0] * 1e3, off[0] * 1e3), "%.2fx" % (on[0] / off[0]), "1.05x")
    say("B8", "walls on %.0f ms CPU, off %.0f ms: a script that computes" % (run_on[0] * 1e3, run_off[0] * 1e3), "%.2fx" % (run_on[0] / run_off[0]), "1.05x")
    for name, path in (("in Lua code", loop), ("inside a string function", inside)):
        (late,) = medians([(None, [sen, "-C", d, "run", path, "--for", "phuong-so-0"], (5,), None)], 3)
        if late[1] < 1.5: say("B8", "a runaway script %s was stopped after %.2f s by its count of steps, before its time" % (name, late[1]), "in time", "50 ms")
        else: say("B8", "a runaway script %s ended after %.2f s, its limit is 1.50 s and the start of sen" % (name, late[1]), "%.0f ms late" % ((late[1] - 1.5) * 1e3), "50 ms")

def b9():
    shared = os.path.join(os.path.dirname(CONTENT), "..", "shared", "plans", "sa-dec-2023.txt")
    plan = shared if os.path.exists(shared) else PLAN
    (small,) = medians([(None, [sen, "import", plan, "--dry-run", "--json"], FINE, None)], 15)
    with open(plan, encoding="utf-8") as f: text = f.read()
    start, end = text.index("\nI. ") + 1, text.rindex("Nơi nhận")
    big = {}
    for mb in (1, 10):
        p = os.path.join(root, "big-%d.txt" % mb)
        with open(p, "w", encoding="utf-8") as f: f.write(text[:start] + text[start:end] * (mb * 1000000 // len(text[start:end].encode())) + text[end:])
        try: (big[mb],) = medians([(None, [sen, "import", p, "--dry-run", "-q"], FINE, None)], 1)
        except SystemExit: say("B9", "%d MB of text: stopped at the limit of 10 s wall (load %.1f)" % (mb, os.getloadavg()[0]), "not measured", "5 s")
    say("B9", "import of %s, the whole process: %.1f ms CPU" % (os.path.basename(plan), small[0] * 1e3), "%.1f ms wall" % (small[1] * 1e3), "10 ms")
    if len(big) == 2: say("B9", "10 MB of text: %.2f s CPU, %.0f MB (1 MB: %.2f s)" % (big[10][0], big[10][2] / 1024, big[1][0]),
        "exponent %.2f" % (math.log(big[10][0] / big[1][0]) / math.log(10)), "5 s, 200 MB, linear")

def pdf_of(d, plain):
    """What the plan costs more as PDF than as Markdown, seconds of one file; 0 when it is not made here."""
    (whole,) = medians([(clear(d), build(d, "ward-plan", "--format", "pdf", "-j", "1"), FOUND, None)])
    made = files(os.path.join(d, "out"), ".pdf")
    if not made or not shutil.which("pdfinfo"):
        print("B10  the pdf plugin was not built, not measured")
        return 0
    own = max(whole[0] - plain, 1e-6) / len(made)
    pages = int(subprocess.run(["pdfinfo", made[0]], capture_output=True, text=True).stdout.split("Pages:")[1].split()[0])
    say("B10", "PDF of the ward's plan, %d pages, %.0f KB: %.1f ms CPU; 11 of its pages" % (pages, os.path.getsize(made[0]) / 1024, own * 1e3),
        "%.1f ms CPU" % (own / pages * 11 * 1e3), "25 ms")
    return own

def b10():
    """The ward's plan as Word: what it costs more than the same build as Markdown; pandoc on the same text."""
    d = workspace(40, "b10")
    plain, word = medians([(clear(d), build(d, "ward-plan", "--format", f, "-j", "1"), FOUND, None) for f in ("md", "docx")])
    made = files(os.path.join(d, "out"), ".docx")
    if not made:
        print("B10  the docx plugin was not built, not measured")
        return
    own = max(word[0] - plain[0], 1e-6) / len(made)
    size = os.path.getsize(made[0]) / 1024
    say("B10", "DOCX of the ward's plan, %.0f KB, inside one build of %d wards (whole: %.2f ms a ward)" % (size, len(made), word[0] / len(made) * 1e3),
        "%.2f ms CPU" % (own * 1e3), "1 ms")
    pdf = pdf_of(d, plain[0])
    for f in ("docx", "md"): run(build(d, "ward-plan", "--format", f), FOUND)
    text, target = files(os.path.join(d, "out"), ".md")[0], os.path.join(root, "b10.docx")
    peers = (("pandoc", ["pandoc", "-f", "gfm", "-o", target, text], "70x"),
             ("soffice", ["soffice", "-env:UserInstallation=file://" + os.path.join(root, "lo"), "--headless", "--convert-to", "pdf", "--outdir", root, made[0]], ""))
    shutil.copy(made[0], target)
    for tool, cmd, budget in peers:
        if not shutil.which(tool): print("B10  %s: not installed here, not measured" % tool)
        elif tool == "soffice" and not os.path.exists(made[0]): run(build(d, "ward-plan", "--format", "docx"), FOUND)
        if shutil.which(tool):
            (peer,) = medians([(None, cmd, FINE, None)], 3)
            say("B10", "%s on the same plan: %.0f ms CPU, %.0f MB" % (tool, peer[0] * 1e3, peer[2] / 1024), "%.0fx" % (peer[0] / own), budget)
            if tool == "soffice" and pdf: say("B10", "… which makes the PDF", "%.0fx" % (peer[0] / pdf), "30x")

def b10_xlsx():
    """The indicators as a workbook: what it costs more than the same rows as CSV."""
    d = workspace(40, "b10x")
    plain, book = medians([(clear(d), build(d, "indicator-report", "--format", f, "-j", "1"), FOUND, None) for f in ("csv", "xlsx")])
    made = files(os.path.join(d, "out"), ".xlsx")
    if not made:
        print("B10  the xlsx plugin was not built, not measured")
        return
    import zipfile
    rows = zipfile.ZipFile(made[0]).read("xl/worksheets/sheet1.xml").count(b"<row ")
    own = max(book[0] - plain[0], 1e-6) / len(made)
    say("B10", "XLSX of the indicators, %d rows, %.0f KB, inside one build of %d wards" % (rows, os.path.getsize(made[0]) / 1024, len(made)),
        "%.2f ms CPU" % (own * 1e3), "2 ms for 60 rows")

def b12():
    for name in ("sen", "sen-command", "sen-worker"):
        p, program = os.path.join(root, "stripped"), os.path.join(os.path.dirname(sen), name)
        subprocess.run(["strip", "-o", p, program], check=True)
        needed = subprocess.run(["readelf", "-d", program], capture_output=True, text=True).stdout.count("(NEEDED)")
        say("B12", "%s stripped, %d libraries" % (name, needed), "%.0f KB" % (os.path.getsize(p) / 1024), "1024 KB")

began = time.perf_counter()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))      # the folders go in any case
TABLE = (("B12", b12), ("B7", b7), ("B9", b9), ("B10", b10), ("B10", b10_xlsx), ("B8", b8), ("B1", b1), ("B2", b2), ("B3", b3), ("B4", b4), ("B5", b5))
try:
    for name, measure in TABLE:
        if rows and name not in rows: continue
        started = time.perf_counter()
        measure()
        if os.environ.get("BENCH_TIMES"): print("     (%.0f s)" % (time.perf_counter() - started), flush=True)
        for d in os.listdir(root): shutil.rmtree(os.path.join(root, d), ignore_errors=True)
    if not rows: print("%d s in all; load %.1f on %d processors at the end" % (time.perf_counter() - began, os.getloadavg()[0], os.cpu_count()))
finally:
    shutil.rmtree(root, ignore_errors=True)
    shutil.rmtree(disk, ignore_errors=True)
