"""run.py - every script of tests/hostile/run through `sen run`: ends as its first line wants, in time, small, with clean text.

"-- want: 0 3 5" names the right exit codes (ran, refused, limited); under the sanitizers a refused script may also end at
the time limit. Prints "ok - NAME" or "not ok - NAME: why" for each.
"""
import os
import re
import subprocess
import sys
import time

SEN, ROOT, SANITIZED = os.path.join(os.environ["SEN_BIN"], "sen"), os.environ["SEN_ROOT"], os.environ.get("MODE") == "asan"
SECONDS, KIB, BYTES = 3.0, 160 * 1024, 2 * 1024 * 1024 + 64 * 1024
BAD_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def ends(args):
    """Runs the program; its exit code (negative: a signal), seconds, KiB, stdout, stderr."""
    start = time.monotonic()
    with open("out.tmp", "wb") as out, open("err.tmp", "wb") as err:
        child = subprocess.Popen([SEN] + args, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, use = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    with open("out.tmp", "rb") as out, open("err.tmp", "rb") as err:
        return child.returncode, time.monotonic() - start, use.ru_maxrss, out.read(), err.read()


def faults(want, code, seconds, kib, out, err):
    """What is wrong with how a script ended."""
    said = []
    if str(code) not in want and not (SANITIZED and code == 5 and "3" in want):    # slow: the time limit may come first
        said.append("ended with %d, not %s" % (code, want))
    if code != 0 and not err.strip():
        said.append("failed without a word")
    if not SANITIZED and seconds > SECONDS:
        said.append("took %.1f s" % seconds)
    if not SANITIZED and kib > KIB:
        said.append("used %d KiB" % kib)
    if len(out) + len(err) > BYTES:
        said.append("wrote %d bytes" % (len(out) + len(err)))
    for text in (out, err):
        try:
            found = BAD_TEXT.search(text.decode("utf-8"))
            if found:
                said.append("shows U+%04X" % ord(found.group()))
        except UnicodeDecodeError:
            said.append("is not UTF-8")
    return said


def main():
    bad = 0
    folder = os.path.join(ROOT, "tests", "hostile", "run")
    names = sorted(n for n in os.listdir(folder) if n.endswith(".lua"))
    for name in names:
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as f:
            want = re.match(r"-- want: ([0-9 ]+)", f.readline()).group(1).split()
        said = faults(want, *ends(["run", path]))
        bad += bool(said)
        print("not ok - %s: %s" % (name, "; ".join(said)) if said else "ok - " + name)
    if len(names) < 200:
        bad += 1
        print("not ok - only %d scripts" % len(names))
    return 1 if bad else 0


sys.exit(main())
