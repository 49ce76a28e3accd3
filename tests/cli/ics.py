"""ics.py - a second reader of calendars: checks the form of the file, then prints one line per entry: UID, SEQUENCE, START, END, STATUS."""
import sys

data = open(sys.argv[1], "rb").read()
assert data.count(b"\n") == data.count(b"\r\n") and data.endswith(b"\r\n"), "line ends"
lines = data.split(b"\r\n")[:-1]
assert max(map(len, lines)) <= 75, "a line over 75 octets"
for line in lines:
    line.decode("utf-8")                       # folded between characters
    assert not any(b < 32 and b != 9 for b in line), "a control character"
unfolded = []
for line in lines:
    if line[:1] in (b" ", b"\t"):
        unfolded[-1] += line[1:]
    else:
        unfolded.append(line)
stack, entries = [], []
for line in unfolded:
    name, _, value = line.decode("utf-8").partition(":")
    if name == "BEGIN":
        stack.append(value)
        if value == "VEVENT":
            entries.append({})
    elif name == "END":
        assert stack.pop() == value, "nesting"
    elif stack[-1] == "VEVENT":
        key = name.split(";")[0]
        assert key not in entries[-1], "%s twice" % key
        entries[-1][key] = value
        entries[-1][key + "?"] = name
assert not stack
assert b"TZID:Asia/Ho_Chi_Minh" in data and b"TZOFFSETTO:+0700" in data
assert len({e["UID"] for e in entries}) == len(entries), "a UID twice"
for e in entries:
    assert e["SUMMARY"] and "DTSTAMP" in e and e["DTSTAMP"].endswith("Z")
    if "VALUE=DATE" in e["DTSTART?"]:
        assert e["DTEND"] > e["DTSTART"], "the end is exclusive"
    else:
        assert "TZID=Asia/Ho_Chi_Minh" in e["DTSTART?"]
    print(e["UID"], e["SEQUENCE"], e["DTSTART"], e.get("DTEND", "-"), e.get("STATUS", "-"))
