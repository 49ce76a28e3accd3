-- want: 3:3065
local t, k = {}, nil
t[k] = 1
