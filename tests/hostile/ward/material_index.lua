material "index" { "X", template = "leaflet.md", channels = { "html" } }
