/* test_vi.c - core/vi: letters and sorting, numbers and dates in words, reading aloud. */
#include "tests/unit/harness.h"
#include "core/vi/abbrev.h"
#include "core/vi/daytext.h"
#include "core/vi/letter.h"
#include "core/vi/speak.h"
#include "core/vi/spell.h"
#include <stdio.h>
#include <string.h>

static Buf b;

static const char *number(int64_t n) { return buf_clear(&b), spell_number(n, &b), buf_text(&b); }
static const char *written(const char *s) { return buf_clear(&b), spell_written(str_of(s), &b) == 0 ? buf_text(&b) : NULL; }
static const char *say(const char *s) { return buf_clear(&b), speak_text(NULL, s, strlen(s), &b), buf_text(&b); }
static const char *title(const char *s) { return buf_clear(&b), letter_title_case(s, strlen(s), &b), buf_text(&b); }
static const char *figure(double d, int n) { return buf_clear(&b), spell_figure(d, n, &b), buf_text(&b); }
static const char *percent(double d) { return buf_clear(&b), spell_percent(d, &b), buf_text(&b); }
static Date day(const char *s) { return date_parse(s, 0); }

TEST(letters_split_and_join)
{
    Tone t;
    OK(letter_split(0x1EAD, &t) == 0xE2 && t == TONE_NANG);              /* ậ */
    OK(letter_split(0x1EEE, &t) == 0x1AF && t == TONE_NGA);              /* Ữ */
    OK(letter_split('b', &t) == 'b' && t == TONE_NONE);
    OK(letter_split(0x111, &t) == 0x111 && t == TONE_NONE);
    OK(letter_join(0xEA, TONE_SAC) == 0x1EBF);
    OK(letter_join('b', TONE_SAC) == 'b');
    OK(letter_is_vowel(0x1EF9) && !letter_is_vowel('n'));
    int n = 0;
    for (uint32_t c = 1; c < 0x2000; c++) {
        uint32_t base = letter_split(c, &t);
        OK(letter_join(base, t) == c || base == c);
        n += base != c;
    }
    INT_EQ(120, n);                        /* 12 vowels, 5 tones, 2 cases */
}

static int less(const char *x, const char *y) { return letter_compare(str_of(x), str_of(y)) < 0; }

TEST(sorting_follows_the_alphabet_then_tone_then_case)
{
    static const char *const order[] = {"", " a", "-", "1", "12", "2", "a", "A", "à", "À", "ả", "ã", "á", "ạ", "an", "ăn",
        "ân", "ba",
        "bà", "bả", "bã", "bá", "bạ", "bác", "băng", "cà", "da", "dạ", "đa", "e", "ê", "ghe", "hoa", "hòa", "hóa", "Hòa An",
        "i", "lê", "o", "ô",
        "ơ", "tu", "tư", "ư", "xã", "y"};
    for (size_t i = 1; i < sizeof order / sizeof *order; i++)
        if (!less(order[i - 1], order[i])) printf("# %s < %s\n", order[i - 1], order[i]), OK(0);
    OK(less("Phường An Hòa", "Phường Tân Quy Đông") && less("dê", "đa"));
    OK(less("bàn A", "bán A") && less("bán A", "bàn B"));                /* letters first, tones only break ties */
    INT_EQ(0, letter_compare(str_of("h\u00F2a"), str_of("ho\u0300a")));
    OK(letter_compare(str_of("a\xFF"), str_of("a")) > 0);
    OK(less("n", "ñ") && less("ñ", "o") && less("z", "я"));
}

TEST(syllables)
{
    INT_EQ(4, (int)letter_count_syllables("Ủy ban nhân dân", strlen("Ủy ban nhân dân")));
    INT_EQ(3, (int)letter_count_syllables("khuỷu giữa quả", strlen("khuỷu giữa quả")));
    INT_EQ(2, (int)letter_count_syllables("ho\u0300a bi\u0300nh", strlen("ho\u0300a bi\u0300nh")));
    INT_EQ(2, (int)letter_count_syllables("KH", 2));
    INT_EQ(3, (int)letter_count_syllables("Facebook", 8));
    static const int64_t n[] = {0, 5, 10, 15, 21, 105, 110, 999, 1000, 2026, 10005, 1234567};
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        char s[32];
        snprintf(s, sizeof s, "%lld", (long long)n[i]);
        const char *w = number(n[i]);
        int words = 1;
        for (const char *p = w; *p; p++) words += *p == ' ';
        int got = (int)letter_count_syllables(s, strlen(s));
        if (got < words - 3 || got > words + 1) printf("# %s: %d words, counted %d\n", s, words, got), OK(0);
    }
}

TEST(numbers_in_words)
{
    STR_EQ("không", number(0));
    STR_EQ("mười", number(10));
    STR_EQ("mười một", number(11));
    STR_EQ("mười lăm", number(15));
    STR_EQ("hai mươi", number(20));
    STR_EQ("hai mươi mốt", number(21));
    STR_EQ("hai mươi tư", number(24));
    STR_EQ("chín mươi lăm", number(95));
    STR_EQ("một trăm", number(100));
    STR_EQ("một trăm linh một", number(101));
    STR_EQ("một trăm linh bốn", number(104));
    STR_EQ("một trăm mười", number(110));
    STR_EQ("hai trăm mười bốn", number(214));
    STR_EQ("một nghìn", number(1000));
    STR_EQ("một nghìn không trăm linh năm", number(1005));
    STR_EQ("một nghìn không trăm năm mươi", number(1050));
    STR_EQ("hai nghìn không trăm hai mươi sáu", number(2026));
    STR_EQ("mười nghìn", number(10000));
    STR_EQ("một triệu không trăm linh năm nghìn", number(1005000));
    STR_EQ("một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy", number(1234567));
    STR_EQ("hai tỷ không trăm linh năm", number(2000000005));
    STR_EQ("ba nghìn năm trăm tỷ", number(3500000000000));
    STR_EQ("một triệu tỷ", number(1000000000000000));
    STR_EQ("âm ba", number(-3));
    OK(strstr(number(INT64_MIN), "âm chín tỷ") != NULL);
}

TEST(numbers_as_written)
{
    STR_EQ("một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy", written("1.234.567"));
    STR_EQ("một nghìn hai trăm ba mươi tư phẩy năm", written("1.234,5"));
    STR_EQ("mười hai phẩy năm", written("12,5"));
    STR_EQ("mười hai phẩy năm", written("12.5"));
    STR_EQ("không phẩy không năm", written("0,05"));
    STR_EQ("một nghìn", written("1.000"));
    STR_EQ("một triệu", written("1,000,000"));
    STR_EQ("âm ba", written("-3"));
    STR_EQ(NULL, written("1.2.3"));
    STR_EQ(NULL, written(""));
    STR_EQ(NULL, written("12a"));
    STR_EQ(NULL, written("1234567890123456789"));
    STR_EQ("sáu mươi phần trăm", percent(60));
    STR_EQ("ba mươi ba phẩy ba phần trăm", percent(33.3));
    buf_clear(&b), spell_money(500000, &b);
    STR_EQ("năm trăm nghìn đồng", buf_text(&b));
    buf_clear(&b), spell_ordinal(1, &b), buf_putc(&b, ' '), spell_ordinal(4, &b), buf_putc(&b, ' '), spell_ordinal(12, &b);
    STR_EQ("thứ nhất thứ tư thứ mười hai", buf_text(&b));
    STR_EQ("1.234.567,5", figure(1234567.5, 2));
    STR_EQ("12", figure(12.0, 1));
    STR_EQ("0", figure(-0.001, 1));
    STR_EQ("-12,35", figure(-12.345001, 2));
}

TEST(roman_numerals)
{
    for (int i = 1; i < 4000; i++) {
        buf_clear(&b);
        OK(spell_roman(i, &b) == 0 && spell_from_roman(buf_view(&b)) == i);
    }
    INT_EQ(0, spell_from_roman(str_of("IIII")));
    INT_EQ(0, spell_from_roman(str_of("VX")));
    INT_EQ(0, spell_from_roman(str_of("")));
    INT_EQ(-1, spell_roman(0, &b));
}

TEST(dates_in_words_and_digits)
{
    buf_clear(&b), spell_day(day("2026-11-15"), &b);
    STR_EQ("ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi sáu", buf_text(&b));
    buf_clear(&b), spell_period(day("2026-11-15"), day("2026-12-15"), &b);
    STR_EQ("từ ngày mười lăm tháng mười một đến ngày mười lăm tháng mười hai năm hai nghìn không trăm hai mươi sáu",
        buf_text(&b));
    buf_clear(&b), spell_day_month(1, 4, &b);
    STR_EQ("ngày mùng một tháng tư", buf_text(&b));
    buf_clear(&b), daytext_official(day("2026-07-05"), &b);
    STR_EQ("ngày 05 tháng 7 năm 2026", buf_text(&b));
    buf_clear(&b), daytext_official(day("2026-02-15"), &b);
    STR_EQ("ngày 15 tháng 02 năm 2026", buf_text(&b));
    buf_clear(&b), daytext_official_parts(2023, 6, 0, &b);
    STR_EQ("ngày … tháng 6 năm 2023", buf_text(&b));
    buf_clear(&b), daytext_with_weekday(day("2026-12-05"), &b);
    STR_EQ("thứ Bảy, 05/12/2026", buf_text(&b));
    static const char *const p[][3] = {{"2026-11-15", "2026-12-15", "15/11 - 15/12/2026"}, {"2026-06-01", "2026-06-30",
        "tháng 6/2026"},
        {"2026-10-01", "2026-12-31", "quý IV/2026"}, {"2026-01-01", "2026-12-31", "năm 2026"},
        {"2026-12-20", "2027-01-05", "20/12/2026 - 05/01/2027"}, {"2026-11-20", "2026-11-20", "20/11/2026"}};
    for (size_t i = 0; i < sizeof p / sizeof *p; i++) {
        buf_clear(&b), daytext_period(day(p[i][0]), day(p[i][1]), &b);
        STR_EQ(p[i][2], buf_text(&b));
    }
}

TEST(a_loudspeaker_reads_figures)
{
    STR_EQ("Từ ngày mười lăm tháng mười một đến ngày mười lăm tháng mười hai.", say("Từ ngày 15/11 đến ngày 15/12."));
    STR_EQ("diễn ra từ ngày mười lăm tháng mười một đến ngày mười lăm tháng mười hai năm hai nghìn không trăm hai mươi sáu",
           say("diễn ra 15/11–15/12/2026"));
    STR_EQ("trước ngày mùng năm tháng mười hai", say("trước 05/12"));
    STR_EQ("kỷ niệm ngày mùng tám tháng ba", say("kỷ niệm 8/3"));
    STR_EQ("ngày mùng năm tháng bảy năm 2026ab", say("ngày 05 tháng 7 năm 2026ab"));
    STR_EQ("tháng sáu năm hai nghìn không trăm hai mươi sáu", say("tháng 6/2026"));
    STR_EQ("thứ tư, ngày hai mươi lăm tháng mười một", say("thứ 4, ngày 25/11"));
    STR_EQ("lúc tám giờ ba mươi phút", say("lúc 8h30"));
    STR_EQ("lúc mười bảy giờ", say("lúc 17h"));
    STR_EQ("đạt sáu mươi phần trăm", say("đạt 60%"));
    STR_EQ("từ mười đến mười lăm phần trăm", say("từ 10 - 15%"));
    STR_EQ("giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm ba mươi", say("giai đoạn 2021-2030"));
    STR_EQ("Năm trăm nghìn đồng", say("500.000 đồng"));
    STR_EQ("hỗ trợ năm trăm nghìn đồng, hai ki-lô-mét", say("hỗ trợ 500.000 đ, 2 km"));
    STR_EQ("một phần ba số hộ", say("một phần ba số hộ"));
    STR_EQ("gần một phần ba số hộ", say("gần 1/3 số hộ"));
    STR_EQ("phần hai, quý bốn năm hai nghìn không trăm hai mươi sáu", say("phần II, quý IV/2026"));
    STR_EQ("gọi số một một một hoặc không hai bảy bảy ba tám năm một hai ba bốn", say("gọi số 111 hoặc 0277 3851 234"));
    STR_EQ("Công an: một một ba.", say("Công an: 113."));
    STR_EQ("Tổng đài quốc gia bảo vệ trẻ em một một một, trực cả ngày", say("Tổng đài quốc gia bảo vệ trẻ em 111, trực cả ngày"));
    STR_EQ("có một trăm mười ba hộ", say("có 113 hộ"));
    STR_EQ("trực hai mươi bốn trên bảy", say("trực 24/7"));
    STR_EQ("có năm buổi, ba tin mỗi quý", say("có 05 buổi, 03 tin/quý"));
    STR_EQ("Mười lăm người dự. Hai mươi người hẹn.", say("15 người dự. 20 người hẹn."));
    STR_EQ("xem https://vi.du/1/2?a=3 và a1@b.vn", say("xem https://vi.du/1/2?a=3 và a1@b.vn"));
    STR_EQ("không đổi", say("không đổi"));
    STR_EQ("", say(""));
}

TEST(a_loudspeaker_reads_documents)
{
    STR_EQ("Nghị quyết số hai mươi tám của Chính phủ", say("Nghị quyết số 28/NQ-CP"));
    STR_EQ("Nghị định số ba mươi năm hai nghìn không trăm hai mươi ngày mùng năm tháng ba "
           "năm hai nghìn không trăm hai mươi của Chính phủ",
           say("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"));
    STR_EQ("theo Nghị định số ba mươi năm hai nghìn không trăm hai mươi của Chính phủ", say("theo 30/2020/NĐ-CP"));
    STR_EQ("Luật số chín mươi mốt năm hai nghìn không trăm hai mươi lăm của Quốc hội khóa mười lăm", say("Luật số 91/2025/QH15"));
    STR_EQ("Số: mười bảy, Kế hoạch của Ủy ban nhân dân", say("Số: 17/KH-UBND"));
    STR_EQ("Kế hoạch số năm của Đảng ủy", say("05-KH/ĐU"));
}

TEST(a_loudspeaker_reads_abbreviations)
{
    STR_EQ("Ủy ban nhân dân và Hội đồng nhân dân thành phố Sa Đéc", say("UBND và HĐND TP. Sa Đéc"));
    STR_EQ("Lao động - Thương binh và Xã hội, kinh tế - xã hội, vân vân.", say("LĐ-TB&XH, KT-XH, v.v."));
    STR_EQ("họp tại Ủy ban nhân dân. Mời dự.", say("họp tại UBND. Mời dự."));
    STR_EQ("Phó Chủ tịch Ủy ban nhân dân", say("PCT.UBND"));
    Speak *s = speak_new();
    speak_add(s, "KP", "khu phố");
    speak_add(s, "UBND", "Ủy ban");
    speak_add(s, "KP", "khóm");
    speak_set_south(s, 1);
    Buf o = {0};
    speak_text(s, "KP 3, UBND, 1.005 hộ, ABC", strlen("KP 3, UBND, 1.005 hộ, ABC"), &o);
    STR_EQ("Khóm ba, Ủy ban, một ngàn không trăm lẻ năm hộ, ABC", buf_text(&o));
    buf_clear(&o);
    speak_unknown(s, "KP ABC, XYZ và ABC", strlen("KP ABC, XYZ và ABC"), &o);
    STR_EQ("ABC\nXYZ\n", buf_text(&o));
    buf_clear(&o);
    speak_expand_text(NULL, "UBND họp 15/11", strlen("UBND họp 15/11"), &o);
    STR_EQ("Ủy ban nhân dân họp 15/11", buf_text(&o));
    speak_free(s);
    buf_free(&o);
    const char *words;
    for (size_t i = 0; abbrev_at(i, &words); i++)
        for (size_t j = 0; j < i; j++) {
            const char *w;
            OK(strcmp(abbrev_at(i, &words), abbrev_at(j, &w)));
        }
    Buf long_text = {0};
    for (int i = 0; i < 6; i++) buf_puts(&long_text, "một hai ba bốn năm sáu bảy tám chín mười ");
    INT_EQ(20, speak_seconds(NULL, long_text.p, long_text.n, 180));      /* 60 syllables */
    buf_puts(&long_text, "một, hai. 12");
    INT_EQ(23, speak_seconds(NULL, long_text.p, long_text.n, 180));
    buf_free(&long_text);
}

TEST(case_of_letters)
{
    STR_EQ("Phường An Hòa", title("PHƯỜNG AN HÒA"));
    STR_EQ("Phường An Hòa", title("phường an hòa"));
    STR_EQ("Họp UBND Phường", title("họp UBND phường"));
    buf_clear(&b), letter_sentence_case("«đề nghị UBND»", strlen("«đề nghị UBND»"), &b);
    STR_EQ("«Đề nghị UBND»", buf_text(&b));
}

TEST(hostile_text_is_read_in_linear_time)
{
    static const char *const piece[] = {"1/1/", "1,", "……1", "a.", "1-", "TP.", " 1", "1.111.", "24/7 ", "a/", "&", "số 1/"};
    for (size_t i = 0; i < sizeof piece / sizeof *piece; i++) {
        Buf t = {0}, o = {0};
        while (t.n < 400000) buf_puts(&t, piece[i]);
        speak_text(NULL, t.p, t.n, &o);
        OK(o.n > 0);
        buf_free(&t);
        buf_free(&o);
    }
    Buf o = {0};
    speak_text(NULL, "a\xFF\x00z 5%", 7, &o);
    OK(o.n > 7);
    buf_free(&o);
}
