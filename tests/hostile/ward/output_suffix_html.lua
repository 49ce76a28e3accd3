sen.output { id = "p", suffix = "html", render = function() return "<script>alert(1)</script>" end }
material "x" { "X", template = "leaflet.md", channels = { "p" } }
