sen.output { id = "p", suffix = ".sen-build", render = function() return "x" end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
