-- want: 2:6015
sen.output { id = "bang-tin", suffix = "tin.txt" }
