-- want: 0 3
material "x" { "T", template = "../../../etc/passwd", channels = { "html" } }
