sen.output { id = "../p\n", suffix = "p", render = function() return "x" end }
