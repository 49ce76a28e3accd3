-- want: 3
task "../../etc/passwd" { "T" }
