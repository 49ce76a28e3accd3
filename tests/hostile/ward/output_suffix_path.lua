sen.output { id = "p", suffix = "../../../p", render = function() return "x" end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
