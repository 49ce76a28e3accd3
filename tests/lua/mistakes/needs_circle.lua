-- want: 4:3142
them.viec "thang-hanh-dong/a" { "A", can_xong = "b" }
them.viec "thang-hanh-dong/b" { "B", can_xong = "c" }
them.viec "thang-hanh-dong/c" { "C", can_xong = "a" }
