-- want: 0
local t = { a = 1, b = 2, 10, 20 }
assert(next({}) == nil and next(t) == 1 and next(t, 2) == "a" and next(t, "b") == nil)
assert(not pcall(next, t, {}) and not pcall(next, 1) and next(t, "zz") == nil)
local seen = 0
for k in pairs(t) do seen = seen + 1 t[k] = nil t["new" .. seen] = 1 end
assert(seen == 4)
for k, v in next, t do t[k] = nil assert(v == 1) end
assert(next(t) == nil)
local f, u, c = pairs { 1, 2, 3 }
assert(not pcall(f, "x") and f({}, 1) == nil and c == nil and type(u) == "table")
for _ = 1, 10 do f({ 1, 2, 3 }) end
