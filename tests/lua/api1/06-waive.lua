-- 06-waive.lua - the same lock: an edit that loosens it is refused with the basis, a waiver passes while it is valid.
--$ show tasks report --json
--$ check
--$ check --date 2027-02-01
ngoai_le.nhiem_vu "report" { han = "15/12", ly_do = "Mưa lũ", nguoi_duyet = "Chủ tịch UBND tỉnh", het_hieu_luc = "31/12/2026" }
edit.indicator "reached" { direction = "at_most", why = "không khóa" }
