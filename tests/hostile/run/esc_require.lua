-- want: 3
local o = require("os")
o.execute("true")
