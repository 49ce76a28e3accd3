-- want: 2:3057 | says: require
local x = require "socket"
