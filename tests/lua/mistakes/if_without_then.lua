-- want: 2:3068 | says: then
if 1 > 0
  print(1)
end
