sen.output { id = "p", suffix = "p", render = function() error({}) end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
