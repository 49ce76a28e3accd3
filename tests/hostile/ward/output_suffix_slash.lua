sen.output { id = "p", suffix = "/etc/p", render = function() return "x" end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
