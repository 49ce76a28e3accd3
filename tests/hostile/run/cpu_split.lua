-- want: 0 3 5
local s = ("Một câu. "):rep(90000)
for i = 1, 100 do sen.text.split(s, 40) end
