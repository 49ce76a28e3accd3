/* talk.h - messages between a plugin's own process and the worker that asks it, and values within them; both sides.
 *
 * A message is one byte (its kind), a length, then so many bytes. Values go over as they are, but objects: they stay where they
 * are and get a number; their fields are asked for one by one (TALK_FIELD). */
#ifndef SEN_PLUG_TALK_H
#define SEN_PLUG_TALK_H
#include "core/base/pack.h"
#include "core/model/value.h"

enum { /* to the plugin */
    TALK_RENDER = 1, TALK_KNOWS, TALK_READ, TALK_ANSWER,
    /* from it */
    TALK_STARTED, TALK_DONE, TALK_ASSET, TALK_FIELD,
    TALK_DIED                              /* from whoever watches over it */
};
enum { TALK_MOST = 96 << 20 };             /* bytes of one message */

/* 0; -1 = the other side is gone, or n is over TALK_MOST. */
int talk_send(int fd, unsigned kind, Str bytes);
/* The next message, its kind; bytes replace what is in `in`. -1 = gone or out of form. */
int talk_receive(int fd, Buf *in);

/* --- the side that has the model --- */
typedef struct TalkObjects { Value *v; uint32_t n, cap; } TalkObjects;     /* number i is v[i] */
void talk_pack_value(Buf *b, const Value *v, TalkObjects *objects);
void talk_objects_free(TalkObjects *o);

/* --- the side that reads it --- */
typedef struct TalkFar {                   /* one call */
    int fd;
    Arena *arena;                          /* all values live here */
    Buf in;
    struct TalkType *types;
} TalkFar;
Value talk_unpack_value(Unpack *u, TalkFar *far);
#endif
