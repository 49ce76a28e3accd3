-- memory.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
held = {}
for i = 1, 5 do held[i] = ("x"):rep(8 * 1024 * 1024 - 100) .. i end
everywhere(function() for i = 1, 100 do held[#held + 1] = ("y"):rep(4 * 1024 * 1024) .. i end end)
everywhere(function() local s = "x" while true do s = s .. s end end)
