-- kept_things.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
-- all that one call was given is used in every later one
local kept = {}
everywhere(function(...)
  for _, v in ipairs(kept) do
    pcall(function() return v.title, v.children, v.plan, v.kind, #v, tostring(v) end)
    pcall(function() for x in pairs(v) do pcall(tostring, x) end end)
    pcall(function() return v() end)
    pcall(function() return v:count() end)
  end
  for i = 1, select("#", ...) do
    local v = select(i, ...)
    kept[#kept + 1] = v
    pcall(function() kept[#kept + 1] = v.plan.tasks kept[#kept + 1] = v.plan.tasks:where { lead = "women" } kept[#kept + 1] = v.children end)
    pcall(function() local f = pairs(v) f(v) kept[#kept + 1] = f end)
  end
end)
