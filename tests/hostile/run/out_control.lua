-- want: 0
print("a\0b\27]0;x\7\8\x9b\xc2\x9b" .. "\u{202E}\u{200B}\u{FEFF}\r\nb")
sen.log("\27[2J", "\x7f")
