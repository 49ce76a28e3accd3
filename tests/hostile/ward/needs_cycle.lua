task "w" { "W", item "a" { "A", needs = "b" }, item "b" { "B", needs = "c" }, item "c" { "C", needs = { "a", "c" } } }
