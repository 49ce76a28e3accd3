sen.output { id = "html", suffix = "h2", render = function() return "<script>alert(1)</script>" end }
material "x" { "X", template = "leaflet.md", channels = { "html" } }
