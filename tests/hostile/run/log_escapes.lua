-- want: 0
print("\27[2J\27[H\27]0;mất\7\27]8;;http://x\27\\đường dẫn\27]8;;\27\\", "\r\nsen> ", "\b\b\b\b", "\u{202E}ngược", "\u{200B}\u{FEFF}", "\x9b31m", "\xc2\x9b31m")
sen.log("\27P1$r\27\\", "\0", "\127", "\14\15", "\u{2066}x\u{2069}", "a\u{2028}b\u{2029}c", "\xff\xfe")
print("x.lua:1:1: error[SEN0001]: giả")
print(setmetatable({}, { __tostring = function() return "\27[31m\r" end }))
