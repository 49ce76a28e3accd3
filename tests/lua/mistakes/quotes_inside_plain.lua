-- want: 2:3071 | says: « »
nhiem_vu "hop" { "Hop "mo rong" quy I", chu_tri = "standing" }
