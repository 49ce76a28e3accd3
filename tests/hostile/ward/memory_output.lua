sen.output { id = "big", suffix = "big.txt", render = function() local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(1000) .. i end end }
material "x" { "X", template = "leaflet.md", channels = { "big" } }
