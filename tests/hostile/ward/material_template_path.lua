material "x" { "X", template = "/etc/passwd", channels = { "html" } }
material "y" { "Y", template = "../../../../../../../etc/passwd", channels = { "text" } }
material "z" { "Z", template = "../unit.lua", channels = { "text" } }
