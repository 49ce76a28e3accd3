-- want: 0
for _, f in ipairs { print, {}, task, find "x", sen } do
  local s = tostring(f) .. string.format("%s %q", f, tostring(f))
  assert(not s:find("0x"), s)
end
local ok, e = pcall(function() return print + {} end)
assert(not tostring(e):find("0x"))
