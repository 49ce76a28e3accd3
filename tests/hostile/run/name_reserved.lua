-- want: 0 3
material "index" { "T", template = "leaflet.md", channels = { "html" } }
