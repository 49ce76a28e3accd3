-- want: 2:3068 | says: do
for i = 1, 3
  print(i)
end
