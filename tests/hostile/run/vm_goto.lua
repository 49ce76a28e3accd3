-- want: 3
goto nowhere
