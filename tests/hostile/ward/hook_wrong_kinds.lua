local bad = { true, 1, 0 / 0, print, { true }, { 1, 2 }, { kind = 1 }, { kind = "item" }, { kind = "row" }, { kind = "document" }, { { { {} } } }, { after = 1 }, find "x" }
for _, b in ipairs(bad) do sen.hook { stage = "document", run = function() return b end } end
