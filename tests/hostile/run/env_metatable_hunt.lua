-- want: 0
-- metatables of all that a script can name: none is the real one, none can be changed
local function look(v, name)
  local m = getmetatable(v)
  assert(m == nil or m == false or type(v) == "table", name)
  if type(v) ~= "table" then assert(not pcall(setmetatable, v, {}), name) end
end
for _, v in ipairs { "x", 1, true, print, task, find, string.rep, math.pi, add { "x" }, remove { "x" }, find "x" } do look(v, tostring(v)) end
for _, v in ipairs { string, table, math, utf8, sen, edit, add, remove, waive, _ENV } do
  assert(getmetatable(v) == false or getmetatable(v) == nil)
  assert(not pcall(setmetatable, v, {}))
end
look(nil, "nil")
