rule "a" { "A", check = function(m) return { {}, {}, "x", function() end, m } end, hint = ("x"):rep(5000) }
rule "b" { "B", severity = "fatal", check = "x" }
