"""mistakes.py - every file of tests/lua/mistakes through sen; run in a folder that holds the workspace ws.

A file says in its first two lines what is right: "want: LINE:CODE [LINE:CODE …] [| says: word; word]". Its folder says where
the file stands: the unit's ward.lua (none), run = sen run, unit = unit.lua, workspace = sen.lua, template and page = a template of
the unit that is checked or built, build = ward.lua of a build. Prints "ok - NAME" or "not ok - NAME: why", and the figures as comments.
"""
import json
import os
import re
import shutil
import subprocess
import sys

SEN, ROOT = os.path.join(os.environ["SEN_BIN"], "sen"), os.environ["SEN_ROOT"]
FOLDER = os.path.join(ROOT, "tests", "lua", "mistakes")
UNIT = "units/xa-tan-quy/"
PLACE = {"": UNIT + "scripts/ward.lua", "build": UNIT + "scripts/ward.lua", "unit": UNIT + "unit.lua", "workspace": "sen.lua",
         "template": UNIT + "content/leaflet.md", "page": UNIT + "content/leaflet.md", "run": "run.lua"}
COMMAND = {"": ["check"], "unit": ["check"], "workspace": ["check"], "template": ["check"], "build": ["build", "--draft"],
           "page": ["build", "leaflet"]}
LUA_SAYS = re.compile(r"traceback|\[string |attempt to|expected|unexpected symbol|near '|got no|got nil|bad argument|has no integer"
                      r"|malformed|unfinished|no visible label|\bvalue\b|\bnil value")
ACCENTS = re.compile("[\u00c0-\u1ef9\u0110\u0111]")


def wanted(text):
    """The expected (line, code) pairs and the words of the messages, from the first two lines of a file."""
    m = re.search(r"want: ([0-9: ]+)(?:\| says: (.*?))?(?: #\})?$", "\n".join(text.split("\n")[:2]), re.M)
    pairs = [tuple(int(x) for x in p.split(":")) for p in m.group(1).split()]
    return pairs, [w.strip() for w in (m.group(2) or "").split(";") if w.strip()]


def findings(kind, path, lang):
    """What sen says about the file, as a list; its place in the workspace is given back afterwards."""
    place = os.path.join("ws", PLACE[kind])
    before = open(place, "rb").read() if os.path.exists(place) else None
    shutil.copyfile(path, place)
    command = COMMAND.get(kind) or ["run", place]
    done = subprocess.run([SEN, "-C", "ws", "--date", "2026-03-01", "--lang", lang, "--json"] + command,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if before is None:
        os.remove(place)
    else:
        with open(place, "wb") as f:
            f.write(before)
    for out in (done.stdout, done.stderr):
        try:
            said = json.loads(out)
            if isinstance(said, list):
                return said, done.returncode
        except ValueError:
            pass
    return [], done.returncode


def faults(kind, path, lang, want, says):
    """What is wrong with the messages; and whether every mistake is at its exact line."""
    said, code = findings(kind, path, lang)
    here = [x for x in said if os.path.basename(x["file"] or "") == os.path.basename(PLACE[kind])
            and (x["severity"] == "error" or (x["line"], int(x["code"][3:])) in want)]
    got = [(x["line"], int(x["code"][3:])) for x in here]
    exact = all(w in got for w in want)
    bad = [] if exact else ["want %s, got %s" % (want, got)]
    bad += ["also said: %d:%d" % g for g in got if exact and g not in want]
    if code == 0 and any(x["severity"] == "error" for x in here):
        bad.append("ended with 0")
    text = "\n".join(x["message"] + "\n" + (x["hint"] or "") for x in here)
    if exact and lang == "vi":
        bad += ["does not say «%s»: %s" % (w, text) for w in says if w not in text]
    for x in here:
        for part in ("message", "hint", "example"):
            if not x.get(part):
                bad.append("%s has no %s" % (x["code"], part))
        whole = re.sub("[«“\"(][^»”\")]*[»”\")]", "", x["message"] + " " + (x["hint"] or ""))
        if lang == "vi" and LUA_SAYS.search(whole):
            bad.append("English of Lua: " + x["message"])
        if lang == "vi" and not ACCENTS.search(x["message"]):
            bad.append("not in Vietnamese: " + x["message"])
        if lang == "en" and ACCENTS.search(re.sub(r"[^ ]*[:=].*|task:.*", "", whole)):
            bad.append("Vietnamese in English: " + x["message"] + " / " + (x["hint"] or ""))
    return bad, exact


def main():
    paths = sorted(os.path.relpath(os.path.join(d, n), FOLDER) for d, _, names in os.walk(FOLDER) for n in names)
    only = sys.argv[1:]
    sample = os.environ.get("MODE") == "asan"              # slow: every fifth, the rest ran in the release build
    if sample:
        paths = paths[::5]
    exact, whole, mistakes = 0, 0, 0
    for rel in paths:
        if only and not any(o in rel for o in only):
            continue
        kind = os.path.dirname(rel)
        path = os.path.join(FOLDER, rel)
        with open(path, encoding="utf-8") as f:
            want, says = wanted(f.read())
        bad, hit = [], True
        for lang in ("vi", "en"):
            b, h = faults(kind, path, lang, want, says)
            bad += ["%s: %s" % (lang, x) for x in b]
            hit = hit and h
        whole += 1
        exact += hit
        mistakes += len(want)
        print("not ok - %s: %s" % (rel, "; ".join(bad)) if bad else "ok - " + rel)
    print("# %d of %d files have every mistake at its exact line (%d mistakes), in both languages" % (exact, whole, mistakes))
    if not only and not sample and (whole < 100 or exact < 0.95 * whole):
        print("not ok - at least 95 %% of at least 100")
        return 1
    return 0


sys.exit(main())
