local keep
sen.output { id = "p", suffix = "p", render = function(d) if keep then return keep.plain end keep = d return "x" end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
material "y" { "X", template = "leaflet.md", channels = { "p" } }
