-- want: 3
return ("x").dump
