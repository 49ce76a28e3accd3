/* harness.h - the whole test framework: TEST(name) { OK(…); INT_EQ(…); STR_EQ(…); } registers and runs itself. */
#ifndef SEN_TESTS_HARNESS_H
#define SEN_TESTS_HARNESS_H
typedef void (*TestFn)(void);
void test_register(const char *name, TestFn fn);
void test_check(int ok, const char *what, const char *file, int line);
void test_int_eq(long long want, long long got, const char *what, const char *file, int line);
void test_str_eq(const char *want, const char *got, const char *what, const char *file, int line);
const char *test_shared(void);                 /* the folder ../shared beside the checkout, or NULL; under CI=true it must be there */
#define OK(x) test_check(!!(x), #x, __FILE__, __LINE__)
#define INT_EQ(want, got) test_int_eq((want), (got), #got, __FILE__, __LINE__)
#define STR_EQ(want, got) test_str_eq((want), (got), #got, __FILE__, __LINE__)
#define TEST(name)                                                                       \
    static void name(void);                                                              \
    __attribute__((constructor)) static void name##_register(void) { test_register(#name, name); } \
    static void name(void)
#endif
