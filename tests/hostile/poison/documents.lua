-- documents.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
local function spoil(n, depth)
  if depth > 6 then return end
  pcall(function() n.text = "độc" end) pcall(function() n.children[1] = { kind = "rule" } end) pcall(function() n.kind = "rule" end)
  pcall(function() for _, c in ipairs(n.children) do spoil(c, depth + 1) end end)
end
everywhere(function(doc) spoil(doc, 0) end)
