/* test_intake.c - the importer: bytes it takes and refuses, the example plan's facts, and that nothing is ever lost. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/intake/intake.h"
#include "tests/unit/harness.h"

static Code decode_code(const void *p, size_t n, Buf *out)
{
    Err e = {0};
    return intake_decode(p, n, "thử.txt", out, NULL, &e) ? e.code : SEN_OK;
}

static Plan *read_text(const char *s)
{
    Plan *p = NULL;
    Err e = {0};
    Str in = str_of(s);
    Buf lost = {0};
    if (intake_read(in, "thử.txt", &p, NULL, &e)) return NULL;
    if (intake_lost(in, p, &lost)) printf("# lost: %s\n", buf_text(&lost));
    INT_EQ(0, (long long)intake_lost(in, p, NULL));
    buf_free(&lost);
    return p;
}

static Plan *read_file(const char *path, Buf *utf8)
{
    Plan *p = NULL;
    Err e = {0};
    Buf raw = {0};
    if (file_read(path, NULL, 64 << 20, &raw, &e) || intake_decode(raw.p, raw.n, path, utf8, NULL, &e) ||
        intake_read(buf_view(utf8), path, &p, NULL, &e)) p = NULL;
    buf_free(&raw);
    return p;
}

static const char *node_text(const Plan *p, const char *id)
{
    int i = plan_find_node(p, id);
    return i < 0 ? NULL : p->nodes[i].text;
}

TEST(decode_takes_marks_and_utf16)
{
    Buf b = {0};
    static const char MARKED[] = "\xEF\xBB\xBFKẾ\r\nHOẠCH\rx";
    INT_EQ(SEN_OK, decode_code(MARKED, sizeof MARKED - 1, &b));
    STR_EQ("KẾ\nHOẠCH\nx", buf_text(&b));
    buf_clear(&b);
    INT_EQ(SEN_OK, decode_code("\xFF\xFE\x4B\x00\xBE\x1E", 6, &b));
    STR_EQ("KẾ", buf_text(&b));
    buf_clear(&b);
    INT_EQ(SEN_OK, decode_code("\xFE\xFF\x00\x4B\x1E\xBE", 6, &b));
    STR_EQ("KẾ", buf_text(&b));
    buf_clear(&b);
    INT_EQ(SEN_OK, decode_code("KE\xCC\x82\xCC\x81", 6, &b));          /* NFD */
    STR_EQ("KẾ", buf_text(&b));
    buf_free(&b);
}

TEST(decode_refuses_with_the_right_advice)
{
    static const struct { const char *bytes; size_t n; Code code; } CASES[] = {
        {"", 0, SEN1008}, {"\xEF\xBB\xBF", 3, SEN1008}, {"PK\3\4.......word/document.xml", 29, SEN2001},
            {"PK\3\4.......xl/workbook.xml", 27, SEN2005},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, SEN2002}, {"%PDF-1.7\n", 9, SEN2003}, {"\x89PNG\r\n\x1a\n", 8, SEN2004},
            {"\xFF\xD8\xFF\xE0", 4, SEN2004},
        {"{\\rtf1 x}", 9, SEN2005}, {"abc\0def", 7, SEN1009}, {"ch\xE0o", 4, SEN1007}, {"\xFF\xFE\x4B", 3, SEN1007},
            {"\xFF\xFE\x00\xDC\x00\x00", 6, SEN1007},
        {"\xAE\xB8\xB5 \xAE\xB9\xB7 \xA8\xA9", 10, SEN2006}, {"\xF0\xEC\xF2 \xF0\xEC", 6, SEN2006},
        {"C¸c c¬ quan, ®¬n vÞ x· héi chñ tr×, phèi hîp víi ®oµn thÓ ®Ó thùc hiÖn ®óng quy ®Þnh ®· ®Ò ra", 128, SEN2006},
    };
    Buf b = {0};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) INT_EQ(CASES[i].code, decode_code(CASES[i].bytes, i == 15
        ? strlen(CASES[i].bytes) : CASES[i].n, &b));
    char *big = mem_alloc(INTAKE_BYTES_MOST + 2);
    memset(big, 'a', INTAKE_BYTES_MOST + 1);
    INT_EQ(SEN1004, decode_code(big, INTAKE_BYTES_MOST + 1, &b));
    INT_EQ(SEN2007, decode_code(big, INTAKE_LINE_MOST + 2, &b));
    free(big);
    buf_free(&b);
}

TEST(example_plan_has_its_facts)
{
    const char *shared = test_shared();
    char path[4200];
    Buf utf8 = {0};
    if (!shared) return;
    snprintf(path, sizeof path, "%s/plans/sa-dec-2023.txt", shared);
    Plan *p = read_file(path, &utf8);
    OK(p);
    if (!p) return;
    int parts = 0, activities = 0, points = 0, assigned = 0;
    for (size_t i = 0; i < p->n_nodes; i++) {
        parts += p->nodes[i].kind == NODE_PART;
        points += p->nodes[i].kind == NODE_POINT;
        activities += p->nodes[i].kind == NODE_ITEM && !strncmp(p->nodes[i].id, "II.", 3);
    }
    for (size_t i = 0; i < p->n_actors; i++) assigned += p->actors[i].node >= 0 && p->nodes[p->actors[i].node].kind == NODE_GROUP;
    INT_EQ(4, parts);
    INT_EQ(8, points);
    INT_EQ(27, activities);
    INT_EQ(6, assigned);
    INT_EQ(5, (long long)p->n_legal);
    INT_EQ(3, (long long)p->n_dates);
    OK(p->dates[2].to == date_of(2023, 12, 5) && p->dates[2].exclusive && p->dates[2].kind == DATE_DEADLINE);
    OK(p->number == NULL && p->day == 0 && p->month == 6 && p->year == 2023);
    INT_EQ(6, (long long)p->n_recipients);
    STR_EQ("TRƯỞNG BAN", p->authority);
    INT_EQ(1, (long long)p->n_repairs);
    INT_EQ(65, p->repairs[0].line);
    INT_EQ(0, (long long)intake_lost(buf_view(&utf8), p, NULL));
    plan_free(p);
    buf_free(&utf8);
}

TEST(broken_sentences_are_joined_and_reported)
{
    Plan *p = read_text("KẾ HOẠCH\nVề việc thử\nI. NỘI DUNG\n- Rà soát những điểm cần\n\nsửa đổi, bổ sung.\n- Việc khác.\n");
    STR_EQ("Rà soát những điểm cần sửa đổi, bổ sung.", node_text(p, "I.1"));
    STR_EQ("Việc khác.", node_text(p, "I.2"));
    INT_EQ(1, (long long)p->n_repairs);
    INT_EQ(4, p->repairs[0].line);
    plan_free(p);
}

TEST(labels_of_every_form_find_their_place)
{
    Plan *p = read_text("KẾ HOẠCH\nVề việc thử\nPhần thứ nhất\nTÌNH HÌNH\nI. MỤC MỘT\n"
                        "1. Nhóm\n1.1. Nhóm con\na) Điểm\nđ) Điểm đ\n- Ý\n+ Ý con\n* Ý khác\nII/ MỤC HAI\n1) Nhóm ngoặc\n");
    STR_EQ("TÌNH HÌNH", node_text(p, "P1"));
    STR_EQ("Nhóm con", node_text(p, "P1.I.1.1"));
    STR_EQ("Điểm đ", node_text(p, "P1.I.1.1.đ"));
    STR_EQ("Ý con", node_text(p, "P1.I.1.1.đ.1.1"));
    STR_EQ("Nhóm ngoặc", node_text(p, "P1.II.1"));
    plan_free(p);
}

TEST(no_label_is_seen_in_dates_numbers_and_dashes)
{
    Plan *p = read_text("KẾ HOẠCH\nVề việc thử\nI. MỤC\n- Họp ngày\n"
                        "15. Các ngành dự.\n1.500 người dự hội nghị.\n95/TTr-SNV là số tờ trình.\n--- \n");
    OK(plan_find_node(p, "I.15") < 0 && plan_find_node(p, "I.95") < 0 && plan_find_node(p, "I.1.500") < 0);
    plan_free(p);
}

TEST(text_without_structure_is_kept_as_paragraphs)
{
    Arena *a = arena_new();
    Findings f;
    Plan *p = NULL;
    Err e = {0};
    findings_init(&f, a);
    INT_EQ(0, intake_read(str_of("Một đoạn thường.\nĐoạn thứ hai.\n"), "x", &p, &f, &e));
    INT_EQ(2, (long long)p->n_nodes);
    OK(findings_count(&f, SEV_WARNING) >= 1);
    plan_free(p);
    INT_EQ(-1, intake_read(str_of(" \n\t\n"), "x", &p, &f, &e));
    INT_EQ(SEN1008, e.code);
    findings_free(&f);
    arena_free(a);
}

TEST(hidden_characters_are_kept_in_repairs)
{
    Plan *p = read_text("KẾ HOẠCH\nVề việc thử\nI. M\xE2\x80\x8B" "ỤC\n- Ð\xC2\xA0ơn vị \x01" "làm\xE2\x80\xAE việc\n");
    STR_EQ("MỤC", node_text(p, "I"));
    STR_EQ("Đ ơn vị làm việc", node_text(p, "I.1"));
    OK(p->n_repairs >= 3);
    plan_free(p);
}

/* --- mutated copies: a fixed sequence, no clock --- */

static unsigned long next_random(unsigned long *s)
{
    *s = *s * 6364136223846793005UL + 1442695040888963407UL;
    return *s >> 33;
}

static void mutate(const Buf *in, unsigned long *seed, Buf *out)
{
    static const char *const BITS[] = {
        "\n", "\n\n", "\t", "|", "- ", "I. ", "PHỤ LỤC\n", "Nơi nhận:\n", "KẾ HOẠCH\n", "TM. ỦY BAN\n", "Điều 1.",
        "[1]", "**", "#", "\xC2\xA0", "\xE2\x80\x8B", "1.1.", "60%", "ngày 31/02", "STT\tNội dung\tChủ trì\n",};
    int cuts = 1 + (int)(next_random(seed) % 6);
    buf_clear(out);
    buf_add(out, in->p, in->n);
    for (int i = 0; i < cuts && out->n > 4; i++) {
        size_t at = text_cut(out->p, next_random(seed) % out->n), len = next_random(seed) % 200;
        Buf next = {0};
        buf_add(&next, out->p, at);
        switch (next_random(seed) % 4) {
        case 0: at += at + len < out->n ? len : 0; break;                                              /* cut out */
        case 1: buf_add(&next, out->p + at, at + len < out->n ? len : 0); break;                       /* twice */
        case 2: buf_puts(&next, BITS[next_random(seed) % (sizeof BITS / sizeof *BITS)]); break;
        default: buf_putc(&next, (char)(next_random(seed) % 256)); at++; break;
        }
        if (at < out->n) buf_add(&next, out->p + at, out->n - at);
        buf_free(out);
        *out = next;
    }
}

static void try_mutants(const char *path, int rounds, unsigned long seed, int *read, size_t *lost)
{
    Buf raw = {0}, mad = {0}, utf8 = {0};
    Err e = {0};
    if (file_read(path, NULL, 1 << 22, &raw, &e)) return;
    for (int i = 0; i < rounds; i++) {
        Plan *p = NULL;
        memset(&e, 0, sizeof e);
        mutate(&raw, &seed, &mad);
        buf_clear(&utf8);
        if (intake_decode(mad.p, mad.n, "x", &utf8, NULL, &e) || intake_read(buf_view(&utf8), "x", &p, NULL, &e)) continue;
        (*read)++;
        Buf what = {0};
        size_t n = intake_lost(buf_view(&utf8), p, &what);
        if (n) printf("# %s round %d: %s\n", path_base(path), i, buf_text(&what));
        *lost += n;
        buf_free(&what);
        plan_free(p);
    }
    buf_free(&raw);
    buf_free(&mad);
    buf_free(&utf8);
}

TEST(mutated_copies_lose_nothing)
{
    const char *root = getenv("SEN_ROOT"), *shared = test_shared();
    char dir[4200], path[8600];
    char **names;
    size_t n, lost = 0;
    int read = 0;
    Err e = {0};
    snprintf(dir, sizeof dir, "%s/tests/golden/plans", root ? root : ".");
    INT_EQ(0, file_list(dir, NULL, &names, &n, &e));
    for (size_t i = 0; i < n; i++) {
        if (strcmp(path_suffix(names[i]), ".txt")) continue;
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        try_mutants(path, 60, 20260101u + i, &read, &lost);
    }
    file_names_free(names, n);
    if (shared) {
        snprintf(path, sizeof path, "%s/plans/sa-dec-2023.txt", shared);
        try_mutants(path, 60, 7, &read, &lost);
    }
    INT_EQ(0, (long long)lost);
    OK(read > 300);
}
