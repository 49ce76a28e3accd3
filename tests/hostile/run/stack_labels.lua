-- want: 3
do goto a goto a goto a ::b:: ::c:: end
