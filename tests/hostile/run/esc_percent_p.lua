-- want: 3
return string.format("%p", {})
