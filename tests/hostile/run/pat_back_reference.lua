-- want: 0 3 5
local s = ("ab"):rep(200000)
pcall(string.find, s, "(.-)%1%1%1c")
pcall(string.find, s, "(.+)(.+)%2%1c")
