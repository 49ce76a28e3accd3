/* fonts.c - a fontconfig of our own, so that the same font files are taken on every machine that has them; knows no document. */
#include "plugins/pdf/fonts.h"
#include <pango/pangofc-fontmap.h>
#include <string.h>

const char fonts_boxes[] = "DejaVu Sans";

/* Only these families: no rule of the machine turns one font into another. */
static const char config_text[] =
    "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir><selectfont>"
    "<rejectfont><pattern><patelt name=\"scalable\"><bool>true</bool></patelt></pattern>"
    "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern></rejectfont><acceptfont>"
#define FAMILY(name) "<pattern><patelt name=\"family\"><string>" name "</string></patelt></pattern>"
    FAMILY("Times New Roman") FAMILY("Arial") FAMILY("Liberation Serif") FAMILY("Liberation Sans") FAMILY("Liberation Mono")
    FAMILY("DejaVu Sans") "</acceptfont></selectfont></fontconfig>";

struct Fonts {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
};

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
    PangoLayout *l = pango_layout_new(f->context);
    for (int i = 0; i < 3; i++) {
        PangoFontDescription *d = fonts_describe("Times New Roman", 14, i == 1, i == 2);
        pango_layout_set_font_description(l, d);
        pango_layout_set_text(l, "Kế hoạch ☐", -1);
        pango_layout_get_size(l, NULL, NULL);
        pango_font_description_free(d);
    }
    g_object_unref(l);
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
    if (f->context) g_object_unref(f->context);
    if (f->map) g_object_unref(f->map);
    if (f->config) FcConfigDestroy(f->config);
    g_free(f);
}

PangoContext *fonts_context(Fonts *f) { return f->context; }

PangoFontDescription *fonts_describe(const char *family, double points, int bold, int italic)
{
    PangoFontDescription *d = pango_font_description_new();
    const char *list = !family                      ? "Liberation Mono,DejaVu Sans"
                       : !strcmp(family, "Arial")   ? "Arial,Liberation Sans,DejaVu Sans"
                                                    : "Times New Roman,Liberation Serif,DejaVu Sans";
    pango_font_description_set_family_static(d, list);
    pango_font_description_set_absolute_size(d, points * PANGO_SCALE);
    pango_font_description_set_weight(d, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(d, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return d;
}
