-- want: 2:6001
sen.output { id = "Bảng tin", suffix = "tin.txt", render = function(doc) return "x" end }
