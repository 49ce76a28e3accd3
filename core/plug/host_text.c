/* host_text.c - texts between the program and a plugin; knows no calls. */
#include "core/plug/host.h"

SenText host_text(Str s) { return (SenText){s.p ? s.p : "", s.n}; }
Str host_str(SenText s) { return (Str){s.p ? s.p : "", s.p ? s.n : 0}; }

SenText host_keep(HostJob *job, const Buf *b)
{
    return (SenText){arena_text(job->arena, buf_text(b), b->n), b->n};
}
