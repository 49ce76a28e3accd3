-- words_and_verbs.lua - poison of one unit; case_poison.sh looks for traces of it in the others.
-- the same at every stage: declared, in a hook, a rule, an output, a page
local function everywhere(f)
  pcall(f)
  sen.hook { stage = "document", run = function(doc, m) pcall(f, doc, m) end }
  sen.hook { stage = "before_output", run = function(doc, m) pcall(f, doc, m) end }
  quy_tac "doc-hai" { "Độc", check = function(m, plan) pcall(f, m, plan) end, plan = function(m, plan) pcall(f, m, plan) end }
  sen.output { id = "doc", title = "Độc", suffix = "doc", render = function(d) pcall(f, d) return "x" end }
end
edit.task "action-month" { "Độc", lead = "women", why = "độc" }
sua.tai_lieu "leaflet" { ten = "Độc", ly_do = "độc" }
bo.nhiem_vu "reporting" { ly_do = "độc" }
ngay_nghi "2/3" { "Nghỉ độc" }
body "doc" { "Độc" }
body "standing" { name = "Độc" }
unit "xa-b" { name = "Độc", place = "độc", phone = "độc" }
unit "xa-c" { name = "Độc" }
workspace { name = "Độc", year = 1999, units = {} }
lock.task "action-month" { "lead", why = "độc" }
layout "the-thuc" { "Độc" }
legal "độc" { "Độc" }
