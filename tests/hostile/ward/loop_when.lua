task "w" { "W", when = function() while true do end end }
