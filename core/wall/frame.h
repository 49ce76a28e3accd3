/* frame.h - the shape of what travels between parent and worker; shared by wall.c (parent) and serve.c (worker), knows no jobs.
 *
 * A frame is nine bytes (type u8, length u32, second u32, little-endian) and its bytes. Towards the worker `second` is the
 * time allowed for the job in milliseconds; towards the parent it is the length of the bulk bytes that follow. */
#ifndef SEN_WALL_FRAME_H
#define SEN_WALL_FRAME_H
#include <stddef.h>

enum {
    FRAME_HEAD = 9,
    FRAME_MOST = 16 << 20,                 /* bytes of one frame towards the parent, bulk not counted; bulk has the same cap */
    FRAME_JOB_MOST = 256 << 20,            /* all frames of one job */
    FRAME_SEND_MOST = 64 << 20,            /* one frame towards the worker (the parent is trusted) */
    FRAME_IN = 3, FRAME_OUT = 4,           /* the worker's file descriptors */
    FRAME_GRACE_MS = 300                   /* the parent kills this long after the limit */
};

/* Types 1 … 199 belong to the jobs; these are the wall's own. */
enum { FRAME_SETUP = 200, FRAME_READY = 201, FRAME_DONE = 202, FRAME_FAILED = 203 };
#endif
