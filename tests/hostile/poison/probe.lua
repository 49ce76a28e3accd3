-- probe.lua - the script of an honest unit that looks whether anything was done to what all share.
local function look()
  local n = {}
  for k in pairs { 3, 2, 1, b = 1, a = 2 } do n[#n + 1] = tostring(k) end
  local t = { 3, 1, 2 }
  table.sort(t)
  return table.concat(n, " ") .. " " .. table.concat(t) .. ("x"):rep(2):upper() .. string.format("%5.2f", math.pi) .. tostring(getmetatable(""))
    .. tostring(pcall(function() local x return x.y end)) .. tostring(pcall(function() string.rep = 1 end)) .. tostring(print) .. type(sen.log)
    .. math.random(1000000) .. " " .. utf8.len("dòng") .. tostring(rawlen(string)) .. tostring(rawget(_ENV, "held")) .. tostring(select("#", ("a b"):gmatch("%w")()))
end
task "do" { "Dò: " .. look(), when = function(u) return u.kind == "xa" and look() ~= "" end,
  item "a" { "Việc {{ math.random(1000000) + 0 }}", due = "20/11" } }
material "trang" { "Trang", template = "page.md", channels = { "text", "html", "do" } }
sen.hook { stage = "document", run = function(doc, m) return { after = { "móc: " .. look() .. " " .. m.plan.tasks:count() .. " " .. m.unit.name .. " " .. #doc.children } } end }
sen.output { id = "do", title = "Dò", suffix = "do", render = function(doc) return look() .. "\n" .. doc.plain end }
quy_tac "do" { "Dò", check = function(m, plan) return look() .. " " .. plan.tasks:count() .. " " .. m.unit.name end,
  plan = function(m) m.report_at(1, look() .. " " .. #m.texts) end }
