/* parcel.h - a filled document as bytes and back, for a process that has none of our memory; knows no format of files. */
#ifndef SEN_DOC_PARCEL_H
#define SEN_DOC_PARCEL_H
#include "core/base/pack.h"
#include "core/doc/doc.h"

void parcel_pack_doc(Buf *b, const Doc *d);
/* The same tree in `a`; texts are borrowed from the input. NULL when the bytes are not one tree. Not recursive. */
Doc *parcel_unpack_doc(Unpack *u, Arena *a);
#endif
