/* work_plugin.c - the job of `sen plugin test`: one plugin's sample, rendered and compared. */
#include "core/plug/proof.h"
#include "core/wall/work_state.h"

/* What came out goes to the parent, which may keep it as what is expected. */
static void send_result(void *serve, const char *name, Str got)
{
    Buf b = {0};
    pack_text(&b, name);
    pack_str(&b, got);
    serve_send(serve, FRAME_FILE, b.p, b.n);
    buf_free(&b);
}

int work_run_plugin(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    Findings f;
    Buf text = {0};
    int rc = -1;
    work_begin(s, w);
    findings_init(&f, a);
    const char *name = arena_text(a, bytes.p, bytes.n);
    for (size_t i = 0; i < registry_count_infos(w->registry); i++) {
        const PluginInfo *p = registry_info_at(w->registry, i);
        if (!p->loaded) *e = p->why;
    }
    if (!w->proof && !e->code) err_set(e, SEN9999, "%s", name);
    if (!e->code) {
        int n = proof_run(w->proof, w->registry, name, &(ProofTell){send_result, s}, &f, e);
        if (n >= 0) {
            buf_printf(&text, "%d", n);
            serve_send(s, FRAME_TEXT, text.p, text.n);
            rc = 0;
        }
    }
    work_send_findings(s, &f);
    buf_free(&text);
    findings_free(&f);
    arena_free(a);
    return rc;
}
