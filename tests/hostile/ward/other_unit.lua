unit "xa-that" { name = "Xã Giả", kind = "xa" }
sua.don_vi "xa-that" { name = "Xã Giả", ly_do = "x" }
workspace { year = 1999 }
