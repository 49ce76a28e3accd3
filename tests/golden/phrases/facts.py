#!/usr/bin/env python3
"""facts.py PLAN.json: the clauses and facts of a sen-plan/1 file, one a line, for comparing with a .facts file read over by a person."""
import json, sys
d = json.load(open(sys.argv[1], encoding='utf-8'))
D = d['document']
put = lambda *a: print(' | '.join('-' if x is None else str(x) for x in a))
put('document', D['type'], D['attached'], D['number'], D['symbol'], D['place'], '%s-%s-%s' % tuple(D['date'][k] for k in ('year', 'month', 'day')))
put('subject', D['subject'])
put('issuer', D['issuer'])
put('signer', *(D['signer'][k] for k in ('authority', 'title', 'name')))
for r in D['recipients']: put('to', r)
for n in d['nodes']: put(n['id'], n['kind'], n['label'], n['text'][:60])
for l in d['legal']: put('legal', l['node'], l['kind'], l['number'], l['date'], l['issuer'])
for x in d['dates']: put('date', x['node'], x['kind'], x['from'], x['to'], *(k for k in ('exclusive', 'yearly') if x.get(k)))
for a in d['actors']: put('actor', a['node'], a['role'], a['name'])
for t in d['targets']: put('target', t['node'], t['direction'], t['value'], t['unit'], t['year'])
for b in d.get('budgets', []): put('budget', b['node'], b['source'])
