-- want: 0 3 5
-- every function of every library with every nasty value in every place
local nasty = { false, 0, -1, 1.5, 0 / 0, 1 / 0, math.mininteger, math.maxinteger, 2^53, "", "x", "%", "[", "\0\255", ("x"):rep(5000), {},
  { 1, 2, 3 }, setmetatable({}, { __index = function() return 1 end, __len = function() return -5 end }), print, find "x" }
local names = { string = "byte char len lower upper reverse sub rep format find match gmatch gsub", table = "concat insert remove move unpack pack sort",
  math = "abs ceil floor fmod max min modf sqrt tointeger type ult exp log sin cos tan asin acos atan random",
  utf8 = "char codepoint codes len offset" }
for lib, list in pairs(names) do
  for name in list:gmatch("%S+") do
    local f = _ENV[lib][name]
    for _, a in ipairs(nasty) do
      pcall(f, a)
      for _, b in ipairs(nasty) do
        pcall(f, a, b)
        pcall(f, "xyz", a, b)
        pcall(f, { 3, 2, 1 }, a, b, 1)
      end
    end
  end
end
for _, f in ipairs { assert, error, ipairs, select, tonumber, type, rawequal, rawlen, rawget, next, pairs, pcall, xpcall, setmetatable, getmetatable,
                     tostring } do
  for _, a in ipairs(nasty) do for _, b in ipairs(nasty) do pcall(f, a, b) pcall(f, b, a, b, a) end end
end
