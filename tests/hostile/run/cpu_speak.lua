-- want: 0 3 5
local s = ("15/11/2026: 1.234.567,89 % "):rep(30000)
for i = 1, 100 do sen.vi.speak(s) end
