-- 07-dates.lua - the ways to write a day, a period, a repetition.
--$ show tasks --json
--$ show checklists days --json
--$ check
task "days" { "Các cách viết ngày", period = "15/11 - 15/12",
  item "a" { "ngày", due = "20/11" },
  item "b" { "trước", due = "trước 05/12" },
  item "c" { "trước khi bắt đầu", due = "15 ngày trước khi bắt đầu" },
  item "d" { "ngày làm việc", due = "3 ngày làm việc trước khi kết thúc" },
  item "e" { "hằng tuần", due = "thứ Hai hằng tuần" },
  item "f" { "cuối quý", due = "ngày làm việc cuối quý IV" },
  item "g" { "T", due = "T-15" },
  item "h" { "E", due = "E+5w" },
  item "i" { "có năm", due = "01/3/2027" },
  item "k" { "cuối tháng", due = "cuối tháng 11" },
}
task "june" { "Tháng", period = "tháng 6", due = "trước 30/6" }
task "quarter" { "Quý", thoi_gian = "quý IV" }
task "year" { "Năm", thoi_gian = "cả năm", han = "31/12" }
task "span" { "Có năm", period = "từ 15/11 đến 15/01/2027" }
