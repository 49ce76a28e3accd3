-- want: 3:3072 | says: goto; nowhere
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing" }
goto nowhere
