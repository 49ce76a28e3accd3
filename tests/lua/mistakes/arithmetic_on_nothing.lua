-- want: 3:3042 | says: so_nguoi
local so_nguoi
print(so_nguoi + 1)
