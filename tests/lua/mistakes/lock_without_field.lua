-- want: 2:3131
khoa "action-month" { "Khóa", can_cu = "Kế hoạch 17" }
