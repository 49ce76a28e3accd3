sen.output { id = "p", suffix = "p", render = function() local t = {} t[1] = t t.text = t return t end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
