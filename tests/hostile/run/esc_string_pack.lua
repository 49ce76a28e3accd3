-- want: 3
return ("c100000"):pack("x")
