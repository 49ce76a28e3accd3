-- want: 3
unit "../x" { name = "X", kind = "xa" }
