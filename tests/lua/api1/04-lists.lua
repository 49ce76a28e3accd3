-- 04-lists.lua - a list is replaced, added to or taken from; a second statement stands on the first.
--$ show tasks month --json
--$ show materials leaflet --json
--$ show indicators reached --json
--$ check
edit.task "month" { with = add { "youth" }, why = "thêm" }
sua.nhiem_vu "month" { minh_chung = bo { "ảnh" }, ly_do = "bớt" }
edit.material "leaflet" { channels = { "html", "facebook" }, why = "thay cả danh sách" }
sua.tai_lieu "leaflet" { doi_tuong = them { "cong_nhan" }, ly_do = "thêm" }
edit.indicator "reached" { target = add { "ward: 90% năm 2027" }, by = add { "age" }, why = "thêm mức" }
