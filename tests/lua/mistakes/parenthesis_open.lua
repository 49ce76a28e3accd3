-- want: 2:3008 | says: (
print(string.format("%d người", 12)
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing" }
