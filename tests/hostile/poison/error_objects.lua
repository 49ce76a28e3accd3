-- error_objects.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
local e = setmetatable({}, { __tostring = function() return "\27[31mđộc" end, __name = "độc", __index = function() error "độc" end })
everywhere(function() error(e) end)
everywhere(function() error(error) end)
everywhere(function() local function f() return f() + 1 end f() end)
everywhere(function() pcall(error) xpcall(error, error, error) error(nil) end)
sen.hook { stage = "document", material = "rieng", run = function() error(e) end }
