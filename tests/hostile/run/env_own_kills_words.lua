-- want: 3
local task = task
local _ENV = setmetatable({}, { __index = function() return task end })
anything "x" { "Từ một môi trường khác", "hai" }
