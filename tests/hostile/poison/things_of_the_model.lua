-- things_of_the_model.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
local function spoil(v, depth)
  if depth > 3 or type(v) ~= "userdata" then return end
  for _, k in ipairs { "title", "ten", "lead", "id", "name", "items", "note", 1, "n", "value", "period" } do
    pcall(function() v[k] = "độc" end)
    pcall(spoil, v[k], depth + 1)
  end
  pcall(function() for k, x in pairs(v) do pcall(function() v[k] = "độc" end) spoil(x, depth + 1) end end)
  pcall(table.insert, v, "độc")
  pcall(setmetatable, v, {})
end
everywhere(function(a, b) spoil(a, 0) spoil(b, 0) if b then spoil(b.plan, 0) spoil(b.unit, 0) spoil(b.plan.tasks, 0) end end)
