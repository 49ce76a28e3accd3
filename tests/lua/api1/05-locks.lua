-- 05-locks.lua - a lock lets a field be tightened, refuses to loosen it, and lets a waiver through with its reason.
--$ show tasks --json
--$ check
lock "task:month.period" { direction = "fixed", basis = "Luật" }
edit.task "report" { due = "01/12", why = "Sớm hơn thì được" }
task "own" { "Nhiệm vụ riêng", due = "10/10" }
khoa "nhiem_vu:own.han" { huong = "som_hon", can_cu = "Quyết định 5" }
bo.nhiem_vu "report" { ly_do = "Không bỏ được: có trường bị khóa" }
edit.indicator "reached" { target = { "ward: 90% năm 2026" }, why = "Không thay được: chỉ thêm" }
