-- want: 3
error("other.lua:99: giả mạo\nsen: xong", 0)
