task "w" { "W", when = function(u) error(u) end }
task "v" { "V", when = function(u) u.kind = "xa" end }
task "t" { "T", when = function(u) return u end }
