-- libraries.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
everywhere(function()
  for _, t in ipairs { string, table, math, utf8, sen, _ENV, task, edit, add } do
    for _, k in ipairs { "rep", "upper", "format", "concat", "sort", "pi", "random", "log", "vi", "hook", "print", "pairs", "tostring", "task", "x" } do
      pcall(table.insert, t, 1, print)
      pcall(table.move, { print, print }, 1, 2, 1, t)
      pcall(table.sort, t)
      pcall(table.remove, t)
      pcall(function() t[k] = function() return "độc" end end)
      pcall(setmetatable, t, { __index = function() return "độc" end })
    end
  end
end)
print = nil
pairs = function() return "độc" end
tostring = function() return "độc" end
