-- want: 0
for _, v in ipairs { 0, 2, -1, 1e18 // 1 | 0, math.mininteger, 0 / 0, 1.5, "2", "x", {}, print } do
  assert(not pcall(sen.require_api, v))
end
assert(not pcall(sen.require_api, 1, math.maxinteger) and not pcall(sen.require_api))
sen.require_api(1)
