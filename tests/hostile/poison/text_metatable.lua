-- text_metatable.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
everywhere(function()
  for _, v in ipairs { "", "x", 1, true, print } do
    local m = getmetatable(v)
    if m then m.__index = function() return print end m.__add = print end
    pcall(setmetatable, v, { __index = function() return "độc" end })
  end
  string.rep = function() return "độc" end
end)
everywhere(function() ("").rep = print end)
everywhere(function() local s = "" s.upper = function() return "độc" end end)
