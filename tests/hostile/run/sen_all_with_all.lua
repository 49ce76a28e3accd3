-- want: 0 3 5
-- everything under sen with every nasty value
local nasty = { false, -1, 1.5, 0 / 0, 1 / 0, math.mininteger, math.maxinteger, "", "x", "\0\255", ("ạ"):rep(5000), ("1"):rep(400), {}, { {}, {} },
  setmetatable({}, { __index = function() return 1 end, __tostring = function() error "x" end }), print, find "x", sen }
local function try(f)
  pcall(f)
  for _, a in ipairs(nasty) do
    pcall(f, a)
    for _, b in ipairs(nasty) do pcall(f, a, b) pcall(f, b, "x", a, 1, 2, 3, 4) end
  end
end
for name in ("log today require_api output hook due date days workdays next_workday lunar from_lunar tet vi text lint now read"):gmatch("%S+") do
  local ok, f = pcall(function() return sen[name] end)
  if ok and type(f) == "function" then try(f) end
end
for name in ("words number money spell say fold upper lower title roman count sort compare syllables read speak abbrev date percent"):gmatch("%S+") do
  for _, lib in ipairs { "vi", "text" } do
    local ok, f = pcall(function() return sen[lib][name] end)
    if ok and type(f) == "function" then try(f) end
  end
end
