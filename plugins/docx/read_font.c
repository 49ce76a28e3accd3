/* read_font.c - fonts that show Vietnamese by other codes (TCVN3, VNI) or signs (Wingdings): what the reader sees; own tables,
 * because the reader runs where no file can be opened. */
#include "plugins/docx/read.h"
#include <string.h>
#include <strings.h>

/* TCVN 5712 (ABC fonts), codes A1 … FE; 0 = no letter there. */
static const uint16_t TCVN[] = {
    0x102, 0xC2, 0xCA, 0xD4, 0x1A0, 0x1AF, 0x110, 0x103, 0xE2, 0xEA, 0xF4, 0x1A1, 0x1B0, 0x111, 0,          /* A1 … AF */
    0, 0, 0, 0, 0, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1, 0, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0,                    /* B0 … BF */
    0, 0, 0, 0, 0, 0, 0x1EB7, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0xE8, 0, 0x1EBB, 0x1EBD,                /* C0 … CF */
    0xE9, 0x1EB9, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0xEC, 0x1EC9, 0, 0, 0, 0x129, 0xED, 0x1ECB, 0xF2,   /* D0 … DF */
    0, 0x1ECF, 0xF5, 0xF3, 0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0xF9,
    0, 0x1EE7, 0x169, 0xFA, 0x1EE5, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5,
};

/* VNI: a mark after its vowel (as combining characters), or a letter by itself; capitals are 32 lower. */
static const struct { uint8_t code; uint16_t first, second; } MARKS[] = {
    {0xF9, 0x301, 0}, {0xF8, 0x300, 0}, {0xFB, 0x309, 0}, {0xF5, 0x303, 0}, {0xEF, 0x323, 0}, {0xEA, 0x306, 0},
    {0xE9, 0x306, 0x301}, {0xE8, 0x306, 0x300}, {0xFA, 0x306, 0x309}, {0xFC, 0x306, 0x303}, {0xEB, 0x306, 0x323},
    {0xE2, 0x302, 0}, {0xE1, 0x302, 0x301}, {0xE0, 0x302, 0x300}, {0xE5, 0x302, 0x309}, {0xE3, 0x302, 0x303},
    {0xE4, 0x302, 0x323},
};
static const struct { uint8_t code; uint16_t letter; } LETTERS[] = {
    {0xF4, 0x1A1}, {0xF6, 0x1B0}, {0xF1, 0x111}, {0xE6, 0x1EC9}, {0xF3, 0x129}, {0xF2, 0x1ECB}, {0xEE, 0x1EF5}, {0xED, 0xED},
    {0xEC, 0xEC},
};

FontKind font_kind(const char *name)
{
    size_t n = strlen(name);
    if (!strncasecmp(name, ".Vn", 3)) return n > 3 && name[n - 1] == 'H' ? FONT_TCVN_CAPS : FONT_TCVN;
    if (!strncasecmp(name, "VNI", 3) && (name[3] == '-' || name[3] == ' ')) return FONT_VNI;
    if (!strncasecmp(name, "Wingdings", 9) || !strcasecmp(name, "Symbol") || !strcasecmp(name, "Webdings")) return FONT_SYMBOL;
    return FONT_PLAIN;
}

static void put_vni(uint32_t c, Text *out)
{
    uint32_t small = c >= 0xC0 && c < 0xE0 ? c + 32 : c;
    char last = out->n ? out->p[out->n - 1] : 0;
    /* after a vowel, also one that is a letter by itself: Æ¡ and Æ° end in A1 and B0 */
    int vowel = (last && strchr("aeiouyAEIOUY", last)) || (out->n > 1 && ((unsigned char)out->p[out->n - 2] == 0xC6));
    for (size_t i = 0; vowel && i < sizeof MARKS / sizeof *MARKS; i++)
        if (MARKS[i].code == small) {
            text_put(out, MARKS[i].first);
            if (MARKS[i].second) text_put(out, MARKS[i].second);
            return;
        }
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        if (LETTERS[i].code == small) {
            text_put(out, small == c ? LETTERS[i].letter : text_upper_one(LETTERS[i].letter));
            return;
        }
    text_put(out, c);
}

void font_decode(FontKind kind, const char *s, size_t n, Text *out)
{
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode_one(s + i, n - i, &c);
        if (kind == FONT_TCVN || kind == FONT_TCVN_CAPS) {
            uint32_t letter = c >= 0xA1 && c <= 0xFE ? TCVN[c - 0xA1] : c;
            if (!letter) letter = c;
            text_put(out, kind == FONT_TCVN_CAPS ? text_upper_one(letter) : letter);
        } else if (kind == FONT_VNI) put_vni(c, out);
        else text_add(out, s + i, k);
    }
}

int font_is_unicode(const char *s, size_t n)
{
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode_one(s + i, n - i, &c);
        if ((c >= 0x1EA0 && c < 0x1F00) || (c >= 0x100 && c < 0x1B1 && c != 0x152 && c != 0x153 && c != 0x160 && c != 0x161 &&
            c != 0x178 && c != 0x17D && c != 0x17E && c != 0x192) || (c >= 0x300 && c < 0x370)) return 1;
    }
    return 0;
}

const char *font_symbol(const char *font, uint32_t cp)
{
    static const struct { uint8_t code; const char *symbol, *wing; } SIGNS[] = {
        {0xB7, "•", "•"}, {0xA7, "•", "▪"}, {0xD8, "➢", "➢"}, {0xFC, "✓", "✓"}, {0x76, "❖", "❖"}, {0x6C, "●", "●"},
        {0x6E, "■", "■"}, {0x71, "▫", "▫"}, {0x6F, "○", "▫"}, {0xA8, "◦", "▫"}, {0xFE, "✓", "✓"}, {0xF0, "➢", "➢"},
        {0xE0, "➢", "➢"}, {0x2D, "-", "-"}, {0x2B, "+", "+"}, {0x2A, "*", "*"}, {0x77, "▪", "▪"}, {0xAE, "®", "▪"},
        {0x6D, "○", "○"}, {0xA1, "○", "○"}, {0xC4, "➢", "➢"}, {0xB3, "≥", "▪"}, {0xA3, "≤", "▫"}, {0xB1, "±", "▪"},
    };
    uint32_t code = cp >= 0xF000 && cp <= 0xF0FF ? cp - 0xF000 : cp;
    int wing = font && !strncasecmp(font, "Wing", 4);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (SIGNS[i].code == code) return wing ? SIGNS[i].wing : SIGNS[i].symbol;
    return NULL;
}
