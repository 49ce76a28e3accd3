-- want: 3
collectgarbage("stop")
