/* fonts.c - a fontconfig of our own, so that the same font files are taken on every machine that has them; knows no document. */
#include "plugins/pdf/fonts.h"
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* Only these families: no rule of the machine turns one font into another. */
static const char config_text[] =
    "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir><selectfont>"
    "<rejectfont><pattern><patelt name=\"scalable\"><bool>true</bool></patelt></pattern>"
    "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern></rejectfont><acceptfont>"
#define FAMILY(name) "<pattern><patelt name=\"family\"><string>" name "</string></patelt></pattern>"
    FAMILY("Times New Roman") FAMILY("Arial") FAMILY("Liberation Serif") FAMILY("Liberation Sans") FAMILY("Liberation Mono")
    FAMILY("DejaVu Sans") "</acceptfont></selectfont></fontconfig>";

enum { FACES_MOST = 64, WORDS_MOST = 40000 };

struct Face {
    Fonts *fonts;
    FaceKind kind;
    const char *list;                   /* families, the first that is there counts */
    double size;
    int bold, italic;
    GHashTable *words;                  /* Key -> Word */
    const Word *space;
};

struct Fonts {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    Face faces[FACES_MOST];
    int n_faces;
    guint words;
};

static PangoFontDescription *describe(const Face *f)
{
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family_static(d, f->list);
    pango_font_description_set_absolute_size(d, f->size * PANGO_SCALE);
    pango_font_description_set_weight(d, f->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(d, f->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return d;
}

/* --- words --- */

typedef struct Key { const char *p; size_t n; } Key;

static guint key_hash(gconstpointer v)
{
    const Key *k = v;
    guint h = 2166136261U;
    for (size_t i = 0; i < k->n; i++) h = (h ^ (unsigned char)k->p[i]) * 16777619U;
    return h;
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
    const Key *x = a, *y = b;
    return x->n == y->n && !memcmp(x->p, y->p, x->n);
}

static void free_word(gpointer v)
{
    Word *w = v;
    for (int i = 0; i < w->n_pieces; i++) {
        cairo_scaled_font_destroy(w->pieces[i].font);
        g_free(w->pieces[i].glyphs);
        g_free(w->pieces[i].clusters);
    }
    g_free(w->pieces);
    g_free((char *)w->text);
    g_free(w);
}

/* Glyphs that stand for the same letters are one cluster; from right to left the whole piece is one. */
static void set_clusters(Piece *p, const PangoGlyphString *g, int backward)
{
    p->clusters = g_new0(cairo_text_cluster_t, g->num_glyphs + 1);
    if (backward) {
        p->clusters[p->n_clusters++] = (cairo_text_cluster_t){p->n_text, g->num_glyphs};
        return;
    }
    for (int i = 0; i < g->num_glyphs;) {
        int end = i + 1;
        while (end < g->num_glyphs && g->log_clusters[end] == g->log_clusters[i]) end++;
        int to = end < g->num_glyphs ? g->log_clusters[end] : p->n_text;
        p->clusters[p->n_clusters++] = (cairo_text_cluster_t){to - g->log_clusters[i], end - i};
        i = end;
    }
}

static void set_piece(Piece *p, Word *w, const PangoItem *item, const PangoGlyphString *g)
{
    p->font = cairo_scaled_font_reference(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item->analysis.font)));
    p->text = w->text + item->offset;
    p->n_text = item->length;
    p->n_glyphs = g->num_glyphs;
    p->glyphs = g_new0(Glyph, g->num_glyphs + 1);
    for (int i = 0; i < g->num_glyphs; i++) {
        const PangoGlyphInfo *one = &g->glyphs[i];
        p->glyphs[i] = (Glyph){one->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : one->glyph, (double)one->geometry.width / PANGO_SCALE,
                               (double)one->geometry.x_offset / PANGO_SCALE, (double)one->geometry.y_offset / PANGO_SCALE};
        if (one->glyph == PANGO_GLYPH_EMPTY) p->glyphs[i].id = 3;       /* nothing to see: a space */
        w->width += p->glyphs[i].advance;
    }
    set_clusters(p, g, item->analysis.level & 1);
}

static Word *shape(Face *f, const char *text, size_t n)
{
    Word *w = g_new0(Word, 1);
    PangoFontDescription *d = describe(f);
    PangoAttrList *looks = pango_attr_list_new();
    PangoGlyphString *glyphs = pango_glyph_string_new();
    w->text = g_strndup(text, n);
    w->n_text = strlen(w->text);
    pango_attr_list_insert(looks, pango_attr_font_desc_new(d));
    GList *items = w->n_text ? pango_itemize(f->fonts->context, w->text, 0, (int)w->n_text, looks, NULL) : NULL;
    w->pieces = g_new0(Piece, g_list_length(items) + 1);
    for (GList *i = items; i; i = i->next) {
        PangoItem *item = i->data;
        pango_shape_with_flags(w->text + item->offset, item->length, w->text, (int)w->n_text, &item->analysis, glyphs,
                               PANGO_SHAPE_NONE);
        if (item->analysis.font) set_piece(&w->pieces[w->n_pieces++], w, item, glyphs);
        pango_item_free(item);
    }
    g_list_free(items);
    pango_glyph_string_free(glyphs);
    pango_attr_list_unref(looks);
    pango_font_description_free(d);
    return w;
}

const Word *fonts_word(Face *f, const char *p, size_t n)
{
    Key key = {p, n};
    Word *w = g_hash_table_lookup(f->words, &key);
    if (w) return w;
    w = shape(f, p, n);
    Key *kept = g_new(Key, 1);
    *kept = (Key){w->text, n};
    f->fonts->words++;
    g_hash_table_insert(f->words, kept, w);
    return w;
}

const Word *fonts_space(Face *f)
{
    if (!f->space) f->space = fonts_word(f, " ", 1);
    return f->space;
}

Face *fonts_face(Fonts *fonts, FaceKind kind, const char *family, double points, int bold, int italic)
{
    const char *list = kind == FACE_FIXED                          ? "Liberation Mono,DejaVu Sans"
                       : kind == FACE_BOX                          ? "DejaVu Sans"
                       : family && !strcmp(family, "Arial")        ? "Arial,Liberation Sans,DejaVu Sans"
                                                                   : "Times New Roman,Liberation Serif,DejaVu Sans";
    for (int i = 0; i < fonts->n_faces; i++) {
        Face *f = &fonts->faces[i];
        int same_size = f->size >= points && f->size <= points;
        if (f->kind == kind && f->list == list && same_size && f->bold == bold && f->italic == italic) return f;
    }
    if (fonts->n_faces == FACES_MOST) return &fonts->faces[0];
    Face *f = &fonts->faces[fonts->n_faces++];
    *f = (Face){fonts, kind, list, points, bold, italic, g_hash_table_new_full(key_hash, key_equal, g_free, free_word), NULL};
    return f;
}

static void drop_faces(Fonts *f)
{
    for (int i = 0; i < f->n_faces; i++) g_hash_table_destroy(f->faces[i].words);
    f->n_faces = 0;
    f->words = 0;
}

void fonts_forget(Fonts *f)
{
    if (f->words > WORDS_MOST || f->n_faces > FACES_MOST / 2) drop_faces(f);
}

/* --- the machine's files --- */

static int has_serif(FcConfig *c)
{
    FcFontSet *all = FcConfigGetFonts(c, FcSetSystem);
    for (int i = 0; all && i < all->nfont; i++) {
        FcChar8 *name = NULL;
        if (FcPatternGetString(all->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch) continue;
        if (!strcmp((const char *)name, "Times New Roman") || !strcmp((const char *)name, "Liberation Serif")) return 1;
    }
    return 0;
}

/* The first use of each font costs some milliseconds: here, where no job waits. */
static void warm(Fonts *f)
{
    for (int i = 0; i < 3; i++) fonts_word(fonts_face(f, FACE_TEXT, NULL, 14, i == 1, i == 2), "hoạch", strlen("hoạch"));
}

Fonts *fonts_start(void)
{
    Fonts *f = g_new0(Fonts, 1);
    f->config = FcConfigCreate();
    if (!f->config || !FcConfigParseAndLoadFromMemory(f->config, (const FcChar8 *)config_text, FcFalse) ||
        !FcConfigBuildFonts(f->config) || !has_serif(f->config)) {
        fonts_stop(f);
        return NULL;
    }
    f->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(f->map), 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(f->map), f->config);
    f->context = pango_font_map_create_context(f->map);
    cairo_font_options_t *o = cairo_font_options_create();
    cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(f->context, o);
    cairo_font_options_destroy(o);
    pango_context_set_round_glyph_positions(f->context, FALSE);
    pango_context_set_language(f->context, pango_language_from_string("vi"));
    warm(f);
    return f;
}

void fonts_stop(Fonts *f)
{
    if (!f) return;
    drop_faces(f);
    if (f->context) g_object_unref(f->context);
    if (f->map) g_object_unref(f->map);
    if (f->config) FcConfigDestroy(f->config);
    g_free(f);
}
