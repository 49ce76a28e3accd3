-- want: 2:3020 | says: thiếu số liệu quý II
error("thiếu số liệu quý II")
