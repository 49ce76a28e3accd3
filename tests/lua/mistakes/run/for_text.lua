-- want: 2:3042
for i = 1, "ba" do print(i) end
