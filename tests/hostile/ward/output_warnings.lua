sen.output { id = "p", suffix = "p", render = function() local t = {} for i = 1, 9000 do t[i] = "\u{202D}cảnh báo " .. i end return { "x", warning = t, note = t } end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
