/* test_plug_abi.c - plugins that are right, wrong, old, new and hostile, each loaded from a folder made for this run. */
#include "core/base/file.h"
#include "core/plug/folder.h"
#include "core/plug/load.h"
#include "core/plug/trust.h"
#include "tests/unit/harness.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[256], place[300];

static void run(const char *fmt, const char *a, const char *b)
{
    char command[1200];
    snprintf(command, sizeof command, fmt, a, b);
    if (system(command) != 0) fprintf(stderr, "failed: %s\n", command);
}

static void compile(const char *name)
{
    char command[1400];
    snprintf(command, sizeof command, "mkdir -p '%s/%s' && cc -std=c11 -I. -fPIC -fvisibility=hidden -shared -Wl,-z,noexecstack "
             "-o '%s/%s/%s.so' 'tests/abi/%s.c'", place, name, place, name, name, name);
    if (system(command) != 0) fprintf(stderr, "failed: %s\n", command);
}

static void fresh(void)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(root, sizeof root, "%s/sen-abi-XXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(root)) abort();
    snprintf(place, sizeof place, "%s/plugins", root);
    mkdir(place, 0755);
}

static void drop(void) { run("rm -rf '%s'%s", root, ""); }

static void allow(void)
{
    Err e = {0};
    size_t n;
    INT_EQ(0, trust_allow_built(place, NULL, &n, &e));
}

static Registry *load(void)
{
    Registry *r = registry_new();
    load_plugins(r, &(LoadPlaces){.install = place});
    return r;
}

/* The code for which the plugin was refused, 0 = loaded, -1 = not seen. */
static int refused(const Registry *r, const char *name)
{
    for (size_t i = 0; i < registry_count_infos(r); i++) {
        const PluginInfo *p = registry_info_at(r, i);
        if (!strcmp(p->name, name)) return p->loaded ? 0 : (int)p->why.code;
    }
    return -1;
}

static int render(Registry *r, const char *id, Buf *out, Err *e)
{
    static const Value none = {.type = VAL_LIST};
    const Output *o = registry_output(r, id);
    OutputJob job = {.model = &none, .file = "thu"};
    return o ? registry_render(r, o, &job, out, NULL, e) : -2;
}

TEST(good_and_bad_descriptors)
{
    static const struct { const char *name; int code; } cases[] = {
        {"bad-suffix", SEN6002}, {"good", 0}, {"lies-huge", SEN6015}, {"lies-size", SEN6015}, {"newer-minor", 0},
        {"no-symbol", SEN6013}, {"older-minor", 0}, {"other-name", SEN6015}, {"same-suffix", SEN6004}, {"short-output", SEN6015},
        {"start-changes", SEN6030}, {"start-fails", SEN6016}, {"wants-exec", SEN6015}, {"wants-files", SEN6025},
        {"wrong-major", SEN6014},
    };
    fresh();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) compile(cases[i].name);
    allow();
    Registry *r = load();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        test_int_eq(cases[i].code, refused(r, cases[i].name), cases[i].name, __FILE__, __LINE__);
    INT_EQ(4, registry_count_outputs(r));      /* and md */
    Buf out = {0};
    Err e = {0};
    INT_EQ(0, render(r, "good", &out, &e));
    INT_EQ(0, render(r, "newer-minor", &out, &e));
    INT_EQ(0, render(r, "older-minor", &out, &e));
    STR_EQ("xin chào\nxin chào\nxin chào\n", buf_text(&out));
    buf_free(&out);
    registry_free(r);
    drop();
}

TEST(renders_that_fail)
{
    fresh();
    compile("render-fails");
    compile("writes-nothing");
    compile("writes-endless");
    allow();
    Registry *r = load();
    Buf out = {0};
    buf_puts(&out, "trước");
    Err a = {0}, b = {0}, c = {0};
    INT_EQ(-1, render(r, "render-fails", &out, &a));
    INT_EQ(SEN6017, a.code);
    STR_EQ("hết giấy", a.arg[1]);
    INT_EQ(-1, render(r, "writes-nothing", &out, &b));
    INT_EQ(SEN6018, b.code);
    INT_EQ(-1, render(r, "writes-endless", &out, &c));
    INT_EQ(SEN6019, c.code);
    STR_EQ("trước", buf_text(&out));
    buf_free(&out);
    registry_free(r);
    drop();
}

TEST(only_allowed_bytes_run)
{
    fresh();
    compile("good");
    char mark[300], so[400];
    snprintf(mark, sizeof mark, "%s/mark", root);
    snprintf(so, sizeof so, "%s/good/good.so", place);
    setenv("SEN_TEST_MARK", mark, 1);
    Registry *r = load();
    INT_EQ(SEN6005, refused(r, "good"));
    INT_EQ(0, file_exists(mark));
    registry_free(r);
    allow();
    r = load();
    INT_EQ(0, refused(r, "good"));
    INT_EQ(1, file_exists(mark));
    registry_free(r);
    unlink(mark);
    /* one byte at the end changes nothing but the hash */
    int fd = open(so, O_WRONLY | O_APPEND);
    INT_EQ(1, write(fd, "x", 1));
    close(fd);
    r = load();
    INT_EQ(SEN6006, refused(r, "good"));
    INT_EQ(0, file_exists(mark));
    registry_free(r);
    /* allowed, but open to others */
    allow();
    chmod(so, 0666);
    r = load();
    INT_EQ(SEN6007, refused(r, "good"));
    registry_free(r);
    chmod(so, 0644);
    chmod(place, 0777);
    r = load();
    INT_EQ(SEN6007, refused(r, "good"));
    registry_free(r);
    INT_EQ(0, file_exists(mark));
    unsetenv("SEN_TEST_MARK");
    chmod(place, 0755);
    drop();
}

TEST(files_that_are_no_plugins)
{
    fresh();
    compile("good");
    char path[400];
    static const char *const names[] = {"cut", "text", "fifo", "link", "empty", "dev"};
    for (size_t i = 0; i < 6; i++) {
        snprintf(path, sizeof path, "%s/%s", place, names[i]);
        mkdir(path, 0755);
    }
    run("head -c 1000 '%s/good/good.so' >'%s/cut/cut.so'", place, place);
    run("echo 'không phải ELF' >'%s/text/text.so'%s", place, "");
    allow();
    run("mkfifo '%s/fifo/fifo.so'%s", place, "");
    run("ln -s '%s/good/good.so' '%s/link/link.so'", place, place);
    run("ln -s '%s/good' '%s/folder-link'", place, place);
    /* the fifo and the link cannot be allowed */
    Buf list = {0};
    Err e = {0};
    size_t n;
    INT_EQ(-1, trust_allow_built(place, NULL, &n, &e));
    INT_EQ(SEN6008, e.code);
    e = (Err){0};
    /* and do not load when they stand on the list */
    snprintf(path, sizeof path, "%s/plugins.allow", place);
    file_read(path, path, 100000, &list, &e);
    for (size_t i = 2; i < 4; i++)
        buf_printf(&list, "%064d  %s\n", 0, names[i]);
    file_write(path, path, list.p, list.n, &e);
    Registry *r = load();
    INT_EQ(SEN6009, refused(r, "cut"));
    INT_EQ(SEN6009, refused(r, "text"));
    INT_EQ(SEN6008, refused(r, "fifo"));
    INT_EQ(SEN6008, refused(r, "link"));
    INT_EQ(SEN6010, refused(r, "empty"));
    INT_EQ(SEN6008, refused(r, "folder-link"));
    INT_EQ(0, refused(r, "good"));
    registry_free(r);
    buf_free(&list);
    drop();
}

TEST(cut_at_every_length)
{
    fresh();
    compile("good");
    char from[400], to[400];
    snprintf(from, sizeof from, "%s/good/good.so", place);
    Buf whole = {0};
    Err e = {0};
    INT_EQ(0, file_read(from, from, 1 << 20, &whole, &e));
    snprintf(to, sizeof to, "%s/cut", place);
    mkdir(to, 0755);
    snprintf(to, sizeof to, "%s/cut/cut.so", place);
    size_t loaded = 0;
    for (size_t n = 0; n < whole.n; n += n < 1200 ? 41 : 977) {
        file_write(to, to, whole.p, n, &e);
        chmod(to, 0644);
        allow();
        Registry *r = load();
        loaded += refused(r, "cut") == 0;
        registry_free(r);
    }
    INT_EQ(0, loaded);
    buf_free(&whole);
    drop();
}

TEST(the_list_itself)
{
    fresh();
    compile("good");
    char path[400];
    snprintf(path, sizeof path, "%s/plugins.allow", place);
    Err e = {0};
    file_write(path, path, "rubbish\n", 8, &e);
    Registry *r = load();
    INT_EQ(SEN6034, refused(r, "good"));
    registry_free(r);
    allow();
    chmod(path, 0666);
    r = load();
    INT_EQ(SEN6007, refused(r, "good"));
    registry_free(r);
    drop();
}

TEST(the_users_place)
{
    fresh();
    compile("good");
    char built[400], user[400];
    snprintf(built, sizeof built, "%s/good", place);
    snprintf(user, sizeof user, "%s/data/sen/plugins/abi1", root);
    Err e = {0};
    char *name = NULL;
    INT_EQ(0, trust_allow_folder(built, user, NULL, &name, &e));
    STR_EQ("good", name);
    free(name);
    INT_EQ(0, trust_allow_folder(built, user, NULL, &name, &e));       /* twice is once */
    free(name);
    struct stat st;
    INT_EQ(0, stat(user, &st));
    INT_EQ(0700, st.st_mode & 0777);
    Registry *r = registry_new();
    load_plugins(r, &(LoadPlaces){.user = user});
    INT_EQ(0, refused(r, "good"));
    registry_free(r);
    chmod(user, 0755);
    r = registry_new();
    load_plugins(r, &(LoadPlaces){.user = user});
    INT_EQ(SEN6011, refused(r, "good"));
    registry_free(r);
    drop();
}

TEST(registry_in_frames)
{
    fresh();
    compile("good");
    compile("no-symbol");
    allow();
    Registry *r = load();
    Buf b = {0};
    registry_pack(r, &b);
    Unpack u = unpack_from(b.p, b.n);
    Registry *copy = registry_unpack(&u);
    OK(copy != NULL);
    STR_EQ("good", registry_output(copy, "good")->suffix);
    INT_EQ(SEN6013, refused(copy, "no-symbol"));
    Err e = {0};
    Buf out = {0};
    INT_EQ(-1, render(copy, "good", &out, &e));
    registry_free(copy);
    int bad = 0;
    for (size_t n = 0; n < b.n; n++) {                             /* a cut frame is refused, never half a list */
        u = unpack_from(b.p, n);
        copy = registry_unpack(&u);
        bad += copy != NULL;
        registry_free(copy);
    }
    INT_EQ(0, bad);
    buf_free(&b);
    buf_free(&out);
    registry_free(r);
    drop();
}

TEST(a_reader_reports_lines_cells_and_marks)
{
    fresh();
    compile("reader");
    allow();
    Registry *r = load();
    Str bytes = str_of("BAR1\nMột dòng\na|b\n!ẩn\n");
    OK(registry_reader_for(r, "x.txt", bytes) == NULL);
    OK(registry_reader_for(r, "x.bar", str_of("khác")) == NULL);
    OK(registry_reader_of(r, bytes) != NULL && registry_reader_of(r, str_of("khác")) == NULL);
    const Reader *rd = registry_reader_for(r, "X.BRR", bytes);
    OK(rd != NULL);
    Arena *a = arena_new();
    ReadResult out = {.arena = a};
    Err e = {0};
    if (rd) INT_EQ(0, registry_read(r, rd, bytes, "x.brr", &out, NULL, &e));
    INT_EQ(4, out.n);
    if (out.n == 4) {
        STR_EQ("Một dòng", out.v[0].text);
        INT_EQ(READ_CELL, out.v[2].kind);
        INT_EQ(2, out.v[2].column);
        STR_EQ("b", out.v[2].text);
        STR_EQ("hidden", out.v[3].mark);
        INT_EQ(3, out.v[3].line);
    }
    read_result_free(&out);
    Str bad = {"BAR1\n\xff\n", 7};
    INT_EQ(-1, registry_read(r, rd, bad, "x.brr", &out, NULL, &e));
    INT_EQ(SEN2095, e.code);
    read_result_free(&out);
    arena_free(a);
    registry_free(r);
    drop();
}

TEST(names_are_checked)
{
    Registry *r = registry_new();
    Output o = {.id = "text", .suffix = "txt", .wants = WANTS_DOC};
    Err a = {0}, b = {0}, c = {0}, d = {0}, e = {0}, f = {0};
    INT_EQ(0, registry_add_output(r, &o, &a));
    INT_EQ(-1, registry_add_output(r, &o, &b));
    INT_EQ(SEN6003, b.code);
    o.id = "text-2";
    INT_EQ(-1, registry_add_output(r, &o, &c));
    INT_EQ(SEN6004, c.code);
    o.suffix = "a/b";
    INT_EQ(-1, registry_add_output(r, &o, &d));
    o.suffix = ".txt";
    INT_EQ(-1, registry_add_output(r, &o, &e));
    o.id = "Bad";
    o.suffix = "b";
    INT_EQ(-1, registry_add_output(r, &o, &f));
    INT_EQ(SEN6001, f.code);
    STR_EQ("text", registry_nearest_output(r, "texst")->id);
    registry_free(r);
}
