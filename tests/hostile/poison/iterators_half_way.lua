-- iterators_half_way.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
local it = ("a b c d e f"):gmatch("%w")
local step, list, at = pairs { 1, 2, 3, x = 4 }
everywhere(function(_, m)
  pcall(it) pcall(it, "x", 3)
  pcall(step, list, at) pcall(step, {}, nil)
  for t in m.plan.tasks:each() do if t then error(t) end end
end)
everywhere(function(_, m) for t in m.plan.tasks:where(function(x) error(x) end):each() do return t end end)
everywhere(function(_, m) m.plan.tasks:order(function(x) error { x } end):first() end)
