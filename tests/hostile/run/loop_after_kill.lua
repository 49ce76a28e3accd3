-- want: 5
-- whatever is tried once the time is up
local function again() while true do pcall(xpcall, again, again) end end
while true do
  xpcall(again, function() while true do pcall(again) end end)
  pcall(string.gsub, ("x"):rep(1000), ".", again)
  pcall(table.sort, { 1, 2, 3 }, again)
end
