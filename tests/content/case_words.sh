# case_words.sh - the language of the base layer: one spelling, no bare unit words, nothing copied from the example plan.
. "$SEN_ROOT/tests/lib.sh"
cat >"$W/words.py" <<'PY'
import glob, os, re, sys, unicodedata
root, what = sys.argv[1], sys.argv[2]
os.chdir(root)
lua = sorted(glob.glob('scripts/**/*.lua', recursive=True))
md = sorted(glob.glob('content/**/*.md', recursive=True) + glob.glob('scripts/**/*.md', recursive=True))
txt = sorted(glob.glob('content/**/*.txt', recursive=True))
allf = [f for f in lua + md + txt if '/meta/' not in f]
if what != 'copied':     # the rules about faults are made of what is wrong: only nothing copied holds for them
    allf = [f for f in allf if not f.endswith('plan-faults.lua')]
# what goes into a unit's documents: neither the manual and READMEs, nor whole plans, nor examples that name a unit
shown = [f for f in allf if not re.search(r'content/plans/|content/manual/|README|scripts/examples/', f)]
bad = []

def lines(files):
    for f in files:
        with open(f, encoding='utf-8') as h:
            for i, l in enumerate(h.read().split('\n'), 1):
                yield f, i, l

def note(f, i, what): bad.append('%s:%d: %s' % (f, i, what))

def spoken(f, l):
    """the part of a line that a reader of a document sees: the strings of a script, the text of a template"""
    if f.endswith('.lua'):
        return ' '.join(re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r'^\s*--.*', '', l)))
    return re.sub(r'\{#.*?#\}', '', l)

if what == 'unit-words':
    for f, i, l in lines(shown):
        t = re.sub(r'\bxã hội\b', '', spoken(f, l), flags=re.I)
        for w in re.findall(r'\b(?:phường|xã|thị trấn)\b', t, flags=re.I): note(f, i, 'bare "%s"' % w)
elif what == 'spelling':
    for f, i, l in lines(allf):
        for w in re.findall(r'\bhàng (?:năm|quý|tháng|tuần|ngày)\b', l, flags=re.I): note(f, i, '"%s": write hằng' % w)
        for w in re.findall(r'\w*(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])\b', l): note(f, i, '"%s": tone mark on the first vowel (hóa, ủy)' % w)
        if l != unicodedata.normalize('NFC', l): note(f, i, 'not NFC')
        for w in re.findall(r'kế họach|hòan thiện|tóan\b|họat động|tòan\b|đòan\b', l, flags=re.I): note(f, i, '"%s": misplaced tone mark' % w)
        for w in re.findall(r'Uỷ ban|Ủy Ban|Ủy ban Nhân dân|Mặt trận tổ quốc|Hội đồng Nhân dân|Ban vì sự tiến bộ', l): note(f, i, '"%s": capitals' % w)
elif what == 'spaces':
    for f, i, l in lines(allf):
        if '\t' in l: note(f, i, 'tab')
        if l.endswith(' '): note(f, i, 'space at the end of the line')
        t = spoken(f, l) if f.endswith('.lua') else l
        if re.search(r'\S {2,}\S', t) and not (t.lstrip().startswith('|') or f.startswith(('content/plans', 'content/manual')) or 'README' in f):
            note(f, i, 'two spaces')
        if re.search(r'\w [,;:?!](?:\s|$)|\w ,', t) and '{' not in t: note(f, i, 'space before a mark')
elif what == 'copied':
    # names of laws, programmes, bodies and fixed headings: nobody's wording, they may stand anywhere
    names = '''quản lý và sử dụng kinh phí hoạt động bình đẳng giới và vì sự tiến bộ của phụ nữ
tăng cường sự tham gia bình đẳng của phụ nữ trong các vị trí lãnh đạo và quản lý
chương trình tăng cường sự tham gia bình đẳng của phụ nữ trong các vị trí lãnh đạo và quản lý ở các cấp hoạch định chính sách
tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới
tháng hành động quốc gia về phòng, chống bạo lực gia đình
tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới
sở lao động thương binh và xã hội
phòng, chống bạo lực trên cơ sở giới
chương trình phòng ngừa và ứng phó với bạo lực trên cơ sở giới
chương trình phòng ngừa, ứng phó với bạo lực trên cơ sở giới
phòng ngừa, ứng phó với bạo lực trên cơ sở giới
phòng ngừa và ứng phó với bạo lực trên cơ sở giới
chương trình truyền thông về bình đẳng giới đến năm 2030
chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030
chiến lược quốc gia về bình đẳng giới
chương trình mục tiêu quốc gia
ban vì sự tiến bộ của phụ nữ
vì sự tiến bộ của phụ nữ và bình đẳng giới
vì sự tiến bộ của phụ nữ
ủy ban mặt trận tổ quốc việt nam
hội liên hiệp phụ nữ
phòng lao động - thương binh và xã hội
ủy ban nhân dân
hội đồng nhân dân
kế hoạch phát triển kinh tế - xã hội
thủ tướng chính phủ
bạo lực đối với phụ nữ và trẻ em gái
văn bản quy phạm pháp luật'''
    def words(s): return re.findall(r'\w+', unicodedata.normalize('NFC', s).lower())
    names = sorted((' '.join(words(n)) for n in names.split('\n')), key=len, reverse=True)
    def runs(text, n=8):
        for line in text.split('\n'):
            t = ' ' + ' '.join(words(line)) + ' '
            for k in names: t = t.replace(' ' + k + ' ', ' \x01 ')
            w = ['\x01' if re.search(r'\d', x) else x for x in t.split()]     # numbers and dates are facts, not wording
            for i in range(len(w) - n + 1):
                if '\x01' not in w[i:i + n]: yield ' '.join(w[i:i + n])
    seen = set()
    for p in sorted(glob.glob(sys.argv[3] + '/*.txt')): seen |= set(runs(open(p, encoding='utf-8').read()))
    if not seen: note(sys.argv[3], 0, 'no plan to compare with')
    for f in allf:
        for r in runs(open(f, encoding='utf-8').read()):
            if r in seen: note(f, 0, 'shared with a plan: ' + r)
elif what == 'count':
    print(len(shown), len(allf))
    sys.exit(0)
print('\n'.join(bad[:40]))
sys.exit(1 if bad else 0)
PY
words() { out=$(python3 "$W/words.py" "$SEN_ROOT" "$@" 2>&1); rc=$?; }
check() { local name=$1; shift; words "$@"; if [ $rc = 0 ]; then ok "$name"; else not_ok "$name" "$out"; fi; }

words count
set -- $out
[ "${1:-0}" -ge 20 ] && [ "${2:-0}" -ge "$1" ] && ok "there are texts to look at ($out)" || not_ok "there are texts to look at" "$out"
check "no text of a document says phường or xã by itself" unit-words
check "one spelling: hằng, tone marks, capitals, NFC" spelling
check "no tabs, double spaces or spaces before a mark" spaces

# the check itself must see what it is for
mkdir -p "$W/copy/scripts" "$W/copy/content"
printf 'task "x" { "Họp phường hàng năm về hoà giải  ở cơ sở" }\n' >"$W/copy/scripts/a.lua"
for k in unit-words spelling spaces; do
    if python3 "$W/words.py" "$W/copy" $k >/dev/null; then not_ok "$k sees a fault"; else ok "$k sees a fault"; fi
done

need_shared
check "no eight words in a row come from the example plan" copied "$SHARED/plans"
sed -n 27p "$SHARED/plans/sa-dec-2023.txt" >"$W/copy/content/a.md"
if python3 "$W/words.py" "$W/copy" copied "$SHARED/plans" >/dev/null; then not_ok "a copied sentence is seen"; else ok "a copied sentence is seen"; fi
finish
