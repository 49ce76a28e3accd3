-- want: 3
return { 0 / 0 }
