for i = 1, 90 do sen.hook { stage = "before_output", run = function() local n = 0 for k = 1, 1000000 do n = n + k end return nil end } end
