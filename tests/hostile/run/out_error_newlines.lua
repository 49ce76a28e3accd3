-- want: 3
error(("\nerror[SEN0000]: giả\n"):rep(1000))
