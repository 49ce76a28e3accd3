-- want: 2:3118
khoa "task:action-month.period" { "Khóa" }
