-- want: 2:3051 | says: { … }
bo.viec "thang-hanh-dong/radio"
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "women", ly_do = "Phân công" }
