sen.output { id = "p", suffix = "p", render = function() return "\xff\xfe\0\27[2J" end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
