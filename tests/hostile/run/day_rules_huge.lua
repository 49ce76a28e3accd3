-- want: 3
local n = ("9"):rep(40)
for i, due in ipairs { "T-" .. n, "E+" .. n .. "w", n .. " ngày trước khi bắt đầu", "ngày " .. n .. "/" .. n, "31/02/" .. n, "00/00", "32/13/2026",
    "mùng " .. n .. " tháng " .. n .. " âm lịch", "thứ " .. n .. " hằng tuần", "ngày làm việc thứ " .. n .. " của tháng " .. n, "quý " .. n, "T-2147483648",
    "T+-1", "29/02/2100", "ngày làm việc cuối quý " .. n, ("T-1 "):rep(2000), "30 tháng Chạp âm lịch năm " .. n } do
  task("t" .. i) { "Hạn lạ", period = "01/01 - 31/12", item "a" { "Việc", due = due } }
end
task "p" { "Kỳ lạ", period = n .. "/" .. n .. " - " .. n }
task "q" { "Kỳ ngược", period = "31/12 - 01/01" }
