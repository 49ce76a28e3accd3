-- want: 3
material ".." { "T", template = "leaflet.md", channels = { "html" } }
