/* test_lua_outputs.c - outputs in Lua: what they are told, what they tell, and how wrong ones are refused. */
#include "core/base/file.h"
#include "core/plug/load.h"
#include "core/plug/trust.h"
#include "core/script/lua_output.h"
#include "tests/unit/harness.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static Arena *arena;
static Findings findings;
static Registry *registry;
static char place[300];

static void begin(void)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(place, sizeof place, "%s/sen-lua-XXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(place)) abort();
    chmod(place, 0755);
    arena = arena_new();
    findings_init(&findings, arena);
}

static void plugin(const char *name, const char *file, const char *text)
{
    char path[500];
    Err e = {0};
    snprintf(path, sizeof path, "%s/%s", place, name);
    mkdir(path, 0755);
    snprintf(path, sizeof path, "%s/%s/%s", place, name, file);
    INT_EQ(0, file_write(path, path, text, strlen(text), &e));
    chmod(path, 0644);
}

static void load(void)
{
    Err e = {0};
    size_t n;
    INT_EQ(0, trust_allow_built(place, NULL, &n, &e));
    registry = registry_new();
    load_plugins(registry, &(LoadPlaces){.install = place, .lua = lua_output_load});
}

static void load_built(void)
{
    const char *bin = getenv("SEN_BIN");
    char built[1000];
    snprintf(built, sizeof built, "%s/plugins", bin ? bin : "build");
    registry = registry_new();
    load_plugins(registry, &(LoadPlaces){.install = built, .lua = lua_output_load});
}

static void end(void)
{
    char command[400];
    registry_free(registry);
    findings_free(&findings);
    arena_free(arena);
    snprintf(command, sizeof command, "rm -rf '%s'", place);
    if (system(command) != 0) abort();
}

static int refused(const char *name)
{
    for (size_t i = 0; i < registry_count_infos(registry); i++) {
        const PluginInfo *p = registry_info_at(registry, i);
        if (!strcmp(p->name, name)) return p->loaded ? 0 : (int)p->why.code;
    }
    return -1;
}

/* Renders Markdown by an output with one option; the text, or "!" and the message. */
static const char *render(const char *id, const char *md, const char *key, const char *value)
{
    Err e = {0}, bad = {0};
    DocOptions o = {.file = "x.md"};
    Doc *d = doc_parse(str_of(md), &o, arena, &findings, &bad);
    OutputOption option = {str_of(key), str_of(value)};
    OutputJob job = {.doc = d, .options = &option, .n_options = 1, .file = "mau"};
    const Output *out = registry_output(registry, id);
    Buf b = {0};
    findings.n = 0;
    if (!out || registry_render(registry, out, &job, &b, &findings, &e) != 0) buf_printf(&b, "!%s", e.arg[1]);
    const char *kept = arena_text(arena, buf_text(&b), b.n);
    buf_free(&b);
    return kept;
}

static int told(const char *part)
{
    for (size_t i = 0; i < findings.n; i++)
        if (findings.v[i].arg[1] && strstr(findings.v[i].arg[1], part)) return 1;
    return 0;
}

TEST(the_loudspeaker_counts_seconds)
{
    static const char *const text = "Kính thưa bà con, từ ngày 15/11 đến ngày 15/12, UBND phường tổ chức nhiều hoạt động để mọi người "
                                    "cùng tham gia, cùng chia sẻ việc nhà.";
    begin();
    load_built();
    render("loudspeaker", text, "slot", "5");
    OK(told("cần bớt khoảng"));
    render("loudspeaker", text, "slot", "2 phút");
    OK(!told("cần bớt khoảng"));
    render("loudspeaker", text, "slots.loudspeaker", "0,1");           /* minutes of the unit */
    OK(told("khung phát 6 giây"));
    render("loudspeaker", text, "slots.loa", "17:00");                 /* an air time is no length */
    INT_EQ(0, findings.n);
    render("loudspeaker", "Theo chỉ đạo của QZXK", "x", "y");
    OK(told("QZXK"));
    OK(strstr(render("loudspeaker", text, "slot", "sớm"), "slot phải là số giây") != NULL);
    OK(strstr(render("loudspeaker", text, "x", "y"), "bớt") == NULL);   /* the note is never inside the text */
    end();
}

TEST(zalo_keeps_its_limit)
{
    begin();
    load_built();
    STR_EQ("ngắn\n", render("zalo", "ngắn", "limit", "2000"));
    OK(strstr(render("zalo", "ngắn", "limit", "bảy"), "limit phải là một số") != NULL);
    OK(!strncmp(render("zalo", "Một câu khá dài ở đây. Và thêm một câu dài nữa ở đây.", "limit", "50"), "--- 1/2 ---\n", 12));
    end();
}

TEST(what_an_output_sees)
{
    begin();
    plugin("nhin", "main.lua",
           "sen.output { id = 'nhin', suffix = 'nhin', render = function(doc, o)\n"
           "  local t = { doc.title, o.limit or '-' }\n"
           "  for i, n in ipairs(doc.children) do\n"
           "    t[#t + 1] = i .. n.kind .. (n.level or '') .. '=' .. n.plain\n"
           "    for _, c in ipairs(n.children) do if c.check then t[#t + 1] = c.check end\n"
           "      if c.url then t[#t + 1] = c.url end end\n"
           "  end\n"
           "  return table.concat(t, '|')\n"
           "end }\n");
    load();
    INT_EQ(0, refused("nhin"));
    STR_EQ("A|7|1heading1=A|2paragraph=b c|https://x.vn|3list=d e|open|done",
           render("nhin", "# A\n\nb <i>[c](https://x.vn)</i>\n\n- [ ] d\n- [x] e\n\n<div>không</div>\n", "limit", "7"));
    STR_EQ("x|7|1heading1=x|2paragraph=y", render("nhin", "# x\n\n[y](javascript:z)", "limit", "7"));
    end();
}

TEST(what_an_output_gives)
{
    begin();
    plugin("bang", "main.lua", "sen.output { id = 'bang', suffix = 'bang', render = function() return { 'xong', note = 'nhớ', "
                               "warning = { 'một', 'hai' } } end }");
    plugin("hong", "main.lua", "sen.output { id = 'hong', suffix = 'hong', render = function() error('hỏng rồi', 0) end }");
    plugin("im", "main.lua", "sen.output { id = 'im', suffix = 'im', render = function() end }");
    plugin("rong", "main.lua", "sen.output { id = 'rong', suffix = 'rong', render = function() return '' end }");
    plugin("hai", "main.lua", "sen.output { id = 'hai-mot', suffix = 'h1', render = function() return '1' end }\n"
                              "sen.output { id = 'hai-hai', suffix = 'h2', render = function() return '2' end }");
    load();
    STR_EQ("xong", render("bang", "x", "a", "b"));
    INT_EQ(3, findings.n);
    OK(told("nhớ") && told("một") && told("hai"));
    OK(strstr(render("hong", "x", "a", "b"), "hỏng rồi") != NULL);
    OK(strstr(render("im", "x", "a", "b"), "chuỗi văn bản") != NULL);
    OK(render("rong", "x", "a", "b")[0] == '!');
    STR_EQ("2", render("hai-hai", "x", "a", "b"));
    end();
}

TEST(wrong_lua_plugins_are_refused)
{
    begin();
    plugin("cu-phap", "main.lua", "sen.output {");
    plugin("khong-ham", "main.lua", "sen.output { id = 'khong-ham', suffix = 'x' }");
    plugin("khong-gi", "main.lua", "local x = 1");
    plugin("nua-chung", "main.lua", "sen.output { id = 'nua', suffix = 'nua', render = function() return 'x' end }\n"
                                    "sen.output { id = 'MD', suffix = 'y', render = function() return 'x' end }");
    plugin("trung", "main.lua", "sen.output { id = 'md', suffix = 'm2', render = function() return 'x' end }");
    plugin("tep", "main.lua", "local f = io.open('/etc/passwd')");
    plugin("so-hai", "other.lua", "x");
    load();
    OK(refused("cu-phap") > 0);
    INT_EQ(SEN6015, refused("khong-ham"));
    INT_EQ(SEN6015, refused("khong-gi"));
    INT_EQ(SEN6001, refused("nua-chung"));
    OK(registry_output(registry, "nua") == NULL);                      /* a plugin counts whole or not at all */
    INT_EQ(SEN6003, refused("trung"));
    OK(refused("tep") > 0);
    INT_EQ(SEN6010, refused("so-hai"));
    INT_EQ(1, registry_count_outputs(registry));
    end();
}
