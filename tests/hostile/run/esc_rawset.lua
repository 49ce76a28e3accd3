-- want: 3
rawset(string, "rep", nil)
