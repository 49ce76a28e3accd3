-- want: 5
-- each call stays just below its own budget
local s = ("a"):rep(3000)
while true do pcall(string.find, s, "a-a-b") end
