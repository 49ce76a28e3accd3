-- want: 2:3024
nhiem_vu = "Họp"
