local t = { kind = "list" }
t[1] = { kind = "item", t }
t.children = t
sen.hook { stage = "before_output", run = function() return { after = t, before = t } end }
