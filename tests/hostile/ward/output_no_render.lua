sen.output { id = "p", suffix = "p" }
sen.output { id = "q", suffix = "q", render = "x" }
sen.output {}
sen.output { id = {}, suffix = function() end, render = function() end }
