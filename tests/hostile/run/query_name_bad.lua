-- want: 3
print(tasks:where { ["title\0x"] = 1 }:count())
