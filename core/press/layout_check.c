/* layout_check.c - the layout checker as a whole: lines, parts, then every judgement. */
#include "core/press/layout_inside.h"

int layout_check(const Entity *layout, const ReadResult *got, const char *file, Findings *f, Err *e)
{
    LayDoc d = {.arena = f->arena, .layout = layout, .file = file, .f = f};
    if (layout_take(&d, got)) return err_set(e, SEN7116, "%s", file);
    layout_find_parts(&d);
    if (d.party) {
        findings_add(f, SEN7114, file, 0, 0, NULL, "%s", file);
        return 0;
    }
    layout_check_pages(&d);
    if (!d.official) {
        findings_add(f, SEN7118, file, 0, 0, NULL, "%s", file);
        return 0;
    }
    layout_check_forms(&d);
    layout_check_header(&d);
    layout_check_closing(&d);
    layout_check_body(&d);
    return 0;
}
