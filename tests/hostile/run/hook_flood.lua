-- want: 3
for i = 1, 1e6 do sen.hook { stage = "document", run = function() end } end
