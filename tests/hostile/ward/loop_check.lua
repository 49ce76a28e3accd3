rule "r" { "R", check = function() while true do end end }
