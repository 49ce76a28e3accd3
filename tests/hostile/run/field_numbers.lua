-- want: 3
for i, n in ipairs { 0 / 0, 1 / 0, -1 / 0, -0.0, 1e300, math.mininteger, math.maxinteger, 2^53 + 1, 1.5, -1 } do
  task("n" .. i) { "Số lạ", item "a" { "Việc", times = n, every = n }, note = n }
  indicator("i" .. i) { "Chỉ tiêu", kind = "flow", threshold = n, target = { "national: " .. tostring(n) } }
  pcall(function() task(n) { "Mã là số" } end)
end
