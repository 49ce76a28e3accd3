-- want: 3
task "a" { "A", ["\27[31m"] = 1, ["x\ny"] = 2 }
