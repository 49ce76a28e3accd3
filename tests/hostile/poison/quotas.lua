-- quotas.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
-- what is said, what is asked, functions and results: used up
everywhere(function() while true do print(("độc"):rep(1000)) end end)
everywhere(function(_, m) for _ = 1, 2000 do for t in m.plan.tasks:each() do tostring(t) end end end)
for i = 1, 3000 do task("t" .. i) { "Độc " .. i, when = function() return i > 5 end } end
everywhere(function() local t = {} for i = 1, 9000 do t[i] = function() return i end end return t end)
