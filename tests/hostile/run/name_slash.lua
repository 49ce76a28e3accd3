-- want: 3
material "a/../../x" { "T", template = "leaflet.md", channels = { "html" } }
