for i = 1, 3000 do task("w" .. i) { "W", when = function(u) local s = 0 for k = 1, 2000 do s = s + k end return s > u.id:len() end } end
