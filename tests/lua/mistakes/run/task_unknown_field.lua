-- want: 3:3115
for _, t in ipairs(tasks) do
  print(t.chu_chi)
end
