"""facts.py PLAN.json - what a plan says, a line each, without lines, keys and how sure: for comparing two forms of one plan."""
import json
import sys

plan = json.load(open(sys.argv[1], encoding="utf-8"))
for key, value in sorted(plan["document"].items()):
    print("document", key, json.dumps(value, ensure_ascii=False))
for node in plan["nodes"]:
    print("node", node["id"], node["kind"], node["label"], node["text"])
for kind in ("legal", "dates", "actors", "targets"):
    for fact in plan[kind]:
        print(kind, json.dumps({k: v for k, v in fact.items() if k not in ("confidence", "key", "line")}, ensure_ascii=False, sort_keys=True))
