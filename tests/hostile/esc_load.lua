-- want: 3
return load("\27Lua")
