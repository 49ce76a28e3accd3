/* no-symbol.c - a shared object of another program. */
int some_other_function(void);
int some_other_function(void) { return 1; }
