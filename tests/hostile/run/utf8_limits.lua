-- want: 0
assert(utf8.char() == "" and not pcall(utf8.char, -1) and not pcall(utf8.char, 2^31))
local big = utf8.char(0x7FFFFFFF)
assert(#big == 6 and utf8.len(big) == nil and utf8.len(big, 1, -1, true) == 1)
for _, s in ipairs { "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe1\x80", "\x80", "a\xff", ("\xff"):rep(100000) } do
  assert(utf8.len(s) == nil and not pcall(utf8.codepoint, s, 1, -1))
  pcall(function() for _, c in utf8.codes(s) do assert(c) end end)
  pcall(utf8.offset, s, 1) pcall(utf8.offset, s, math.mininteger) pcall(utf8.offset, s, math.maxinteger, 1)
end
local min, max = math.mininteger, math.maxinteger
for _, f in ipairs { utf8.len, utf8.codepoint, utf8.offset } do
  for _, a in ipairs { min, max, 0, -1, 2^53 } do
    for _, b in ipairs { min, max, 0, -1 } do pcall(f, "đ", a, b) end
  end
end
assert(not pcall(utf8.codepoint, ("a"):rep(2000000), 1, -1))
local args = {}
for i = 1, 9000 do args[i] = 0x1EC7 end
assert(utf8.len(utf8.char(table.unpack(args))) == 9000)
