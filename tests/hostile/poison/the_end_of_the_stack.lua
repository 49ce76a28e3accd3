-- the_end_of_the_stack.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
everywhere(function(_, m) local function f(n) return 1 + f(n + 1) + #m.plan.tasks end f(1) end)
everywhere(function() local t = {} for _ = 1, 100000 do t = { t } end return t end)
everywhere(function() local m = {} local a = setmetatable({}, m) m.__index = function(x, k) return x[k .. "x"] end return a.x end)
