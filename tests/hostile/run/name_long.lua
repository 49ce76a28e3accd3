-- want: 3
material(("x"):rep(65)) { "T", template = "leaflet.md", channels = { "html" } }
