-- want: 2:3136
nhiem_vu "action-month" { "Tháng hành động" }
