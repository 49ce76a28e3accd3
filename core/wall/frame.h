/* frame.h - the shape of what travels between parent and worker; shared by wall.c (parent) and serve.c (worker), knows no jobs.
 *
 * A frame is nine bytes (type u8, length u32, second u32, little-endian) and its bytes.
 * Towards the worker `second` is the time allowed for the job in milliseconds, and above it (bits 30 and 31) which half of the
 * shared segment the job may use: 0 none, 1 the lower, 2 the upper.
 * Towards the parent `second` is the length of the bulk bytes. They follow, or, with bit 31 set, lie in the shared segment
 * and a u32 offset follows instead. The segment holds rendered files only; what the parent parses never lies there. */
#ifndef SEN_WALL_FRAME_H
#define SEN_WALL_FRAME_H
#include <stddef.h>
#include <stdint.h>

enum {
    WIRE_HEAD = 9, WIRE_OFFSET = 4,
    WIRE_MOST = 16 << 20,                 /* bytes of one frame towards the parent, bulk not counted; bulk has the same cap */
    WIRE_JOB_MOST = 256 << 20,            /* all frames of one job */
    WIRE_SEND_MOST = 64 << 20,            /* one frame towards the worker (the parent is trusted) */
    WIRE_IN = 3, WIRE_OUT = 4, WIRE_SHARED = 5,            /* the worker's file descriptors */
    WIRE_HALF = 4 << 20,                   /* bytes of one half of the shared segment */
    WIRE_GRACE_MS = 1000,                 /* a job's limit is CPU time, kept in the worker; so long after it by the clock the
                                           * parent kills it, unless it only had to wait for its turn */
    WIRE_AWAY_MS = 2000, WIRE_AWAY_MOST = 4                /* more time for each plugin call, so often in one job */
};

/* Numbers of a head and of an offset: four bytes, the lowest first. */
static inline void frame_put_u32(char *p, uint32_t v)
{
    for (int i = 0; i < 4; i++) p[i] = (char)(v >> (8 * i));
}

static inline uint32_t frame_get_u32(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return u[0] | (uint32_t)u[1] << 8 | (uint32_t)u[2] << 16 | (uint32_t)u[3] << 24;
}

#define WIRE_IN_SHARED 0x80000000u
#define WIRE_HALF_SHIFT 30

/* Types 1 … 199 belong to the jobs; these are the wall's own. */
enum { WIRE_SETUP = 200, WIRE_READY = 201, WIRE_DONE = 202, WIRE_FAILED = 203,
       WIRE_AWAY = 204 /* the job waits for a plugin in a process of its own: a little more time, a few times */ };
#endif
