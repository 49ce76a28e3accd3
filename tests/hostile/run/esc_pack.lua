-- want: 3
return string.packsize("c2147483647")
