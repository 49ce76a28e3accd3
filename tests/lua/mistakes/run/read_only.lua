-- want: 2:3038
tasks[1].title = "Khác"
