print(#plan.tasks, plan.tasks:count())
for t in plan.tasks:where{ lead = "women" }:due_before("31/12"):order("due"):limit(5) do print(t.id, t.title, t.due_on) end
print(ke_hoach.nhiem_vu:loc{ chu_tri = "women" }:dem(), cac_nhiem_vu:qua_han():dem())
for t in plan.tasks:where{ status = { "open", "late" } } do print(t.id, t.state) break end
local t = plan.tasks:where(function(t) return #t.clauses > 0 end):first()
print(t, t.clauses[1], t.clauses[1].text, t.clauses[1].tasks[1], t.clauses[1].tasks:first() == t)
print(plan.items:first().task.title, plan.items:first().task == plan.items:first().of)
print(indicators:first().values:count(), values:count(), materials:first().tasks:count(), material)
for lead, q in pairs(tasks:group("lead")) do print(lead, q:count()) end
for m in materials:limit(2) do print(m.id, m.task, m.task and m.task.title, m.tasks:first()) end
print(today.said, today.lunar, today.working, today.holiday)
print(pcall(function() plan.tasks.x = 1 end))
print(pcall(function() return plan.tasks:where{ leed = "women" } end))
print(pcall(function() return plan.tasks:where{ status = "doin" } end))
print(pcall(function() return plan.tasks:wher{ } end))
print(#plan.clauses, plan.clauses[3].address, plan.clauses:search("binh dang gioi"):count())
for i in cac_viec:cua("action-month"):xep("han", "-ten"):lay(4) do print(i.id, i.han, i.ngay_han, i.giao_cho) end
for t in tasks do for u in tasks do break end print(t.id) if t.id > "c" then break end end
return plan.tasks:limit(2)
