-- want: 2:6004
sen.output { id = "trang", suffix = "html", render = function(doc) return "x" end }
