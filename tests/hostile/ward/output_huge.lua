sen.output { id = "to", title = "To", suffix = "to", render = function() return ("x"):rep(8 * 1024 * 1024 - 100) end }
material "to" { "To", template = "leaflet.md", channels = { "to" } }
