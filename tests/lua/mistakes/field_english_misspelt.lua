-- want: 3:3115
edit.task "action-month" {
  leed = "women",
  why = "Phân công lại",
}
