-- want: 3
return debug.getregistry()
