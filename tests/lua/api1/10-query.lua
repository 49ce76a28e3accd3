-- 10-query.lua - what `sen run` gives a script: the model, the unit, the day, Vietnamese, print, a returned table.
--$ run @ x
--$ run @ x --for phuong-an-hoa
sen.log("đơn vị", unit.id, unit.name, tostring(unit.kind), year, today)
print(#tasks, #indicators, #materials, plan == nil)
for i, t in ipairs(tasks) do
  print(i, t.id, t.title, t.lead, t.lead_name, t.due_on, t.state)
  for _, it in ipairs(t.items) do print("", it.id, it.who_name, it.due_on, it.done, it.times) end
end
for _, i in ipairs(indicators) do print(i.id, i.kind, i.goal, i.now) end
for k, v in pairs({ b = 1, a = 2, 3 }) do print(k, v) end
print(sen.vi.number(105), sen.vi.percent and sen.vi.percent(62.5), sen.vi.group(1234567), sen.vi.roman(14))
print(sen.vi.speak("15/11: 60%"), sen.vi.syllables("ba tiếng này"), sen.vi.compare("Ân", "Đào") < 0)
print(sen.vi.fold("Đường Hòa Bình"), sen.vi.upper("đường"), sen.vi.title("xã tân quy"), sen.vi.sort_key("b") > sen.vi.sort_key("a"))
print(("%d %s %5.2f"):format(3, "ba", 1 / 3), ("a,b"):find(",", 1, true), ("xin chào"):gsub("%a+", "x", 1))
print(pcall(function() tasks[1].title = "x" end))
print(select("#", pcall(error, { 1 })), math.max(1, 2), utf8.len("Cao Lãnh"), table.concat({ 1, 2 }, "-"))
return { days = tasks[2].due_on - today, list = { 1, "hai", true } }
