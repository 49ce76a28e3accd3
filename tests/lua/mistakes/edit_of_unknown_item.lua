-- want: 2:3102
sua.viec "thang-hanh-dong/khong-co-viec-nay" { han = "20/11", ly_do = "Sớm hơn" }
