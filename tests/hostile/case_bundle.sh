#!/usr/bin/env bash
# case_bundle.sh - layer files of strangers: cut, flipped, forged, with paths that lead elsewhere, twins, huge counts, of another
# version. All are refused with a sentence (3); nothing is written, no key is believed, the database stays as it was.
. "$SEN_ROOT/tests/lib.sh"
export XDG_CONFIG_HOME=$W/config
mkdir -p l/scripts l/content
echo 1 >l/phien-ban.txt
echo 'sua.nhiem_vu "action-month" { chu_tri = "police", ly_do = "x" }' >l/scripts/a.lua
echo '# A' >l/content/a.md
sen key new tinh >/dev/null
sen bundle --layer l --key tinh --name tinh --out good.senlayer >/dev/null
sen init ws --unit "Phường An Hòa" --year 2026 >/dev/null
sen key show tinh >tinh.khoa
sen -C ws key trust tinh.khoa >/dev/null
cat >make.py <<'P'
# make.py - bends a good layer file, or builds one from scratch without a signature (key and signature of zeros).
import struct, sys, os
def text(s): b = s if isinstance(s, bytes) else s.encode(); return b'\x01' + struct.pack('<I', len(b)) + b
def raw(b): return struct.pack('<I', len(b)) + b
def build(name, version, files, count=None, tail=b'', magic=b'SENLAYR1', key=bytes(32), sig=bytes(64)):
    body = text(name) + text(version) + struct.pack('<I', len(files) if count is None else count)
    for p, b in files: body += text(p) + raw(b)
    return magic + key + sig + body + tail
good = open('good.senlayer', 'rb').read()
out = {}
for cut in (0, 1, 7, 8, 20, 60, 103, 104, 105, 110, len(good) // 2, len(good) - 1): out['cut-%d' % cut] = good[:cut]
for at in list(range(0, 8)) + list(range(8, len(good), max(1, len(good) // 40))): out['flip-%d' % at] = good[:at] + bytes([good[at] ^ 1]) + good[at + 1:]
out['longer'] = good + b'x'
out['version-2'] = b'SENLAYR2' + good[8:]
out['other-key'] = good[:8] + bytes(range(32)) + good[40:]
out['zero-signature'] = good[:40] + bytes(64) + good[104:]
out['zero-key'] = good[:8] + bytes(32) + good[40:]
a = ('scripts/a.lua', b'-- a\n')
for i, p in enumerate(['../a.lua', 'scripts/../../a.lua', '/etc/a.lua', 'scripts//a.lua', 'scripts/a.lua/', 'scripts/./a.lua', 'scripts/.a.lua',
    'scripts\\a.lua', 'sen.lua', 'units/x/unit.lua', 'scripts/a.md', 'content/a.lua', 'scripts/a.lua\x00', 'scripts/a\n.lua', 'scripts/a\x1b.lua',
    'scripts/c:a.lua', 'scripts/ a.lua', 'scripts/a .lua'.replace(' .', '\u202e.'), 'scripts/' + 'b/' * 9 + 'a.lua', 'scripts/' + 'b' * 300 + '.lua',
    'scripts/a\u0301.lua', '', 'scripts/', 'scripts/.lua', 'phien-ban.txt', 'scripts/\ue000.lua']): out['path-%d' % i] = build('x', '1', [(p, b'-- a\n')])
out['path-bytes'] = build('x', '1', [(b'scripts/\xff.lua', b'')])
out['twins'] = build('x', '1', [a, a])
out['twins-case'] = build('x', '1', [('scripts/A.lua', b''), ('scripts/a.lua', b'')])
out['twins-accent'] = build('x', '1', [('content/thu.md', b'x'), ('content/thư.md', b'x')])
out['file-and-folder'] = build('x', '1', [('content/a.md', b'x'), ('content/a.md/b.md', b'x')])
out['not-sorted'] = build('x', '1', [('scripts/b.lua', b''), ('scripts/a.lua', b'')])
out['count-huge'] = build('x', '1', [a], count=0xFFFFFFFF)
out['count-many'] = build('x', '1', [a], count=100000)
out['count-less'] = build('x', '1', [a, ('scripts/b.lua', b'')], count=1)
out['count-none'] = build('x', '1', [])
out['length-huge'] = build('x', '1', [a])[:-8] + struct.pack('<I', 0xFFFFFFF0) + b'abcd'
out['many-files'] = build('x', '1', [('scripts/%05d.lua' % i, b'') for i in range(2001)])
out['file-large'] = build('x', '1', [('scripts/a.lua', b'-' * (1 << 20) + b'-')])
out['sum-large'] = build('x', '1', [('scripts/%d.lua' % i, b'-' * (1 << 20)) for i in range(7)])
out['not-text'] = build('x', '1', [('scripts/a.lua', b'\xff\xfe')])
out['nul'] = build('x', '1', [('scripts/a.lua', b'a\x00b')])
out['bytecode'] = build('x', '1', [('scripts/a.lua', b'\x1bLua\x54\x00')])
for i, n in enumerate(['', '..', 'A', 'a/b', 'sen', 'x' * 65, 'x\x00', '.x']): out['name-%d' % i] = build(n, '1', [a])
for i, v in enumerate(['', '..', '1/2', '1' * 41, '-1', '1 2', '1\n']): out['version-bad-%d' % i] = build('x', v, [a])
out['text'] = 'Đây là một văn bản.\n'.encode() * 100
out['zip'] = b'PK\x03\x04' + bytes(200)
for n, b in out.items(): open('bad-%s.senlayer' % n, 'wb').write(b)
P
python3 make.py
before=$(sha256sum <ws/sen.db) files=$(cd ws && find . | sort | sha256sum)
n=0
for f in bad-*.senlayer; do
    n=$((n + 1))
    out=$(timeout 60 "$SEN_BIN/sen" -C ws import "$f" --hash "$(sha256sum <"$f" | cut -c1-16)" 2>&1)
    rc=$?
    case $rc:$out in
    3:*SEN820[1-9]*|3:*SEN821[0-9]*|3:*SEN1007*) ;;
    *) not_ok "$f is refused" "exit $rc" "${out:0:300}" ;;
    esac
    timeout 60 "$SEN_BIN/sen" trust show "$f" >/dev/null 2>&1
    [ $? -le 3 ] || not_ok "$f can be looked at without harm"
done
[ $n -gt 100 ] && ok "$n files were tried" || not_ok "$n files were tried"
is "the database is as it was" "$before" "$(sha256sum <ws/sen.db)"
is "no file came or went" "$files" "$(cd ws && find . | sort | sha256sum)"
[ ! -e a.lua ] && [ ! -e ../a.lua ] && ok "nothing was written elsewhere" || not_ok "nothing was written elsewhere"
# a folder that is a link is not written through
mkdir away
ln -s ../away ws/layers
exits "layers/ that leads elsewhere" 3 bash -c '"$0" -C ws import good.senlayer; r=$?; [ -z "$(ls away)" ] || r=99; exit $r' "$SEN_BIN/sen"
rm ws/layers
exits "the good one still comes in" 0 sen -C ws import good.senlayer
# a key file that is none
printf 'sen key 1\nname x\npublic zz\n' >bad.khoa
exits "a key file with nonsense" 3 sen -C ws key trust bad.khoa
head -c 5000 /dev/urandom >noise.khoa
exits "a key file of noise" 3 sen -C ws key trust noise.khoa
finish
