-- want: 0 5
-- an emergency collection frees what a weak table holds: no table of a script is weak
local function try(m) local ok, t = pcall(setmetatable, {}, m) return ok and t end
for _, k in ipairs { "k", "v", "kv" } do
  assert(not try { __mode = k })
  local m = {}
  local t = setmetatable({}, m)
  m.__mode = k
  for i = 1, 1000 do t[i] = {} end
  for _ = 1, 20 do local s = ("x"):rep(4 * 1024 * 1024) assert(#s > 0) end
  for i = 1, 1000 do assert(t[i]) end
end
