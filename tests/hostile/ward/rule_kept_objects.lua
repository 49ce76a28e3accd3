local kept
rule "giu" { "Giữ", check = function(m, plan) if kept then return tostring(pcall(function() return kept.tasks:count() end)) end kept = plan end }
rule "giu-2" { "Giữ", check = function(m, plan) if kept then return tostring(kept.tasks) end end }
rule "nhieu" { "Nhiều", check = function(m) for i = 1, 100000 do m.report("độc " .. i) end end }
