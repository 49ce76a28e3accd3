# case_base.sh - the base layer in use: scripts and templates without findings, the example plan attached, one of each kind built.
. "$SEN_ROOT/tests/lib.sh"
need_shared

exits "a workspace with a phường and a xã" 0 sen init ws --unit "Phường Bến Tràm" --unit "Xã Tân Lũy" --date 2026-03-02
cd ws
p=phuong-ben-tram x=xa-tan-luy

# --- without a plan: nothing wrong in scripts and templates ---
sen check --for all --json --date 2026-03-02 >"$W/check.json" 2>"$W/check.err"
python3 - "$W/check.json" >"$W/found" <<'PY'
import json, sys
for f in json.load(open(sys.argv[1])):
    if f['severity'] in ('error', 'warning'): print('%s:%s: %s %s %s' % (f['file'], f['line'], f['code'], f.get('id') or '', f['message']))
PY
is "sen check finds nothing in the base layer" "" "$(head -20 "$W/found")"

# --- the example plan: each of the 27 activities of part II has a task with an item and an owner ---
exits "the example plan is imported" 0 sen import "$SHARED/plans/sa-dec-2023.txt" --year 2023
sen show plan --json >"$W/plan.json"
sen show tasks --json --for $p >"$W/tasks.json"
sen show checklists --json --for $p >"$W/lists.json"
python3 - "$W" >"$W/cover" <<'PY'
import json, sys
w = sys.argv[1]
plan, tasks, lists = (json.load(open(w + '/' + f)) for f in ('plan.json', 'tasks.json', 'lists.json'))
owned = {c['task'] for c in lists['items'] if any(i['who'] for i in c['items'])}
by = {}
for t in tasks['items']:
    for c in t['clauses']: by.setdefault(c.split(':')[-1], []).append(t['id'])
parents = {n['parent'] for n in plan['nodes']}
acts = [n['id'] for n in plan['nodes'] if n['id'].startswith('II.') and n['id'] not in parents]
def held(a):                                     # by itself or through the point it stands under
    while a:
        if any(t in owned for t in by.get(a, [])): return True
        a = a.rpartition('.')[0]
        if a.count('.') < 1: return False
    return False
print(len(acts), ' '.join(a for a in acts if not held(a)))
PY
is "all 27 activities have a task with an item and an owner" "27 " "$(cat "$W/cover")"
n=$(python3 -c 'import json,sys; print(len(json.load(open(sys.argv[1]))["items"]))' "$W/tasks.json")
[ "$n" -ge 35 ] && ok "the base layer has $n tasks" || not_ok "the base layer has enough tasks" "$n"

# --- everything for one of each kind; no page says the other's word ---
sen import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >"$W/imp" 2>&1 || not_ok "the province's plan is imported" "$(cat "$W/imp")"
exits "everything is built for both" 0 sen build --for all --date 2026-03-02
[ -n "$err" ] && printf '# %s\n' "${err:0:1500}"
python3 - "$PWD/out" >"$W/other" <<'PY'
import glob, os, re, sys, zipfile, subprocess
def page(f):                               # its text; of an office file that of its parts
    if zipfile.is_zipfile(f):
        z = zipfile.ZipFile(f)
        return ' '.join(re.sub(r'<[^>]*>', ' ', z.read(n).decode('utf-8')) for n in z.namelist() if n.endswith('.xml'))
    if f.endswith('.pdf'):
        return subprocess.run(['pdftotext', f, '-'], capture_output=True, text=True, check=True).stdout
    return open(f, encoding='utf-8', errors='replace').read()
n = 0
for unit, word in (('phuong-ben-tram', 'xã'), ('xa-tan-luy', 'phường')):
    for f in sorted(glob.glob(sys.argv[1] + '/' + unit + '/*')):
        n += 1
        t = page(f)
        t = re.sub(r'<style>.*?</style>', '', t, flags=re.S)
        t = re.sub(r'xã\s+hội', '', t, flags=re.I)            # society, not the commune
        for m in re.finditer(r'(?<!\w)%s(?!\w)' % word, t, re.I):
            print('%s: …%s…' % (os.path.basename(f), t[max(0, m.start() - 50):m.end() + 30].replace('\n', ' ')))
        for m in re.finditer(r'\{\{|\{%|%\}', t):
            if not f.endswith('.json'): print('%s: a hole is left: %s' % (os.path.basename(f), t[m.start():m.start() + 40])); break
if n < 24: print('only %d files' % n)
PY
is "no page says the other kind of unit, no hole is left" "" "$(head -10 "$W/other")"
for m in ward-plan checklist activity-report indicator-report invitation bulletin leaflet slogans qa index; do
    [ -s out/$p/$m.html ] && ok "out/$p/$m.html" || not_ok "out/$p/$m.html is missing"
done
for f in bulletin.loudspeaker.txt bulletin-june.loudspeaker.txt zalo-post.zalo.txt zalo-online-safety.zalo.txt leaflet.zalo.txt \
         facebook-post.facebook.txt slogans.txt qa.txt tasks-table.csv items-table.csv indicators-table.csv; do
    [ -s out/$p/$f ] && ok "out/$p/$f" || not_ok "out/$p/$f is missing"
done

# --- the example scripts run as they stand ---
for f in "$SEN_ROOT"/scripts/examples/*.lua; do
    exits "$(basename "$f") runs" 0 sen run "$f" --for $p --date 2026-07-01
    [ -z "$err" ] || printf '# %s\n' "${err:0:400}"
done
out=$(sen run "$SEN_ROOT/scripts/examples/09-viec-qua-han.lua" --for $p --date 2026-07-01)
has "the query names late items" "Số việc quá hạn" "$out"

# --- the three plans that ship can be read; what does not attach is a finding ---
for f in "$SEN_ROOT"/content/plans/*.txt; do
    exits "$(basename "$f") is read" 0 sen import --dry-run --json "$f"
    n=$(printf '%s' "$out" | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["nodes"]))')
    [ "${n:-0}" -ge 30 ] && ok "… with $n clauses" || not_ok "… with too few clauses" "$n"
done
finish
