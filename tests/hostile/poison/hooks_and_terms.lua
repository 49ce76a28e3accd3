-- hooks_and_terms.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
for i = 1, 80 do sen.hook { stage = i % 2 == 0 and "document" or "index", run = function() return { after = { "độc " .. i } } end } end
for i = 1, 500 do sen.lint.term { "dòng", instead = "độc " .. i } end
for _, id in ipairs { "text", "html", "csv", "docx", "zalo" } do pcall(sen.output, { id = id, title = id, suffix = id, render = function() return "độc" end }) end
for _, suffix in ipairs { "txt", "html", "csv" } do pcall(sen.output, { id = "x" .. suffix, title = "x", suffix = suffix, render = function() return "độc" end }) end
