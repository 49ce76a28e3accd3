-- want: 5
-- each turn ends by an error with a table in it
repeat local ok, e = pcall(error, {}) until ok and e
