local keep
rule "a" { "A", check = function(m) keep = m.report end }
rule "b" { "B", check = function(m) keep(m.tasks[1], "x") keep("\27[2J", "\n") m.tasks[1].title = "y" end }
