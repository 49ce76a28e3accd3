/* notes.h - comments put into a workbook that exists, everything else in it left as it is. */
#ifndef SEN_XLSX_NOTES_H
#define SEN_XLSX_NOTES_H
#include "plugins/xlsx/data.h"
#include "plugins/xlsx/read.h"

/* root: a MAP {notes = LIST of MAP {table, cell, text}} (table: the sheet's number); the workbook is the option "previous".
 * Comments that Sen wrote before are
 * taken out, those of other people stay. 0/-1 with a reason in err. */
int notes_write(const Data *d, const SenValue *root, struct ZipWriter *zip, SenSink *sink, SenErr *err);

/* --- notes_part.c: the parts that change --- */
enum { NOTES_MOST = 2000 };
typedef struct Note { char cell[16]; int ours; Text kept; } Note;
typedef struct NoteList { Note v[NOTES_MOST]; size_t n; } NoteList;

void notes_add(NoteList *l, const char *cell, SenText text, int ours);             /* a second one for a cell joins the first */
int notes_read_comments(NoteList *l, const char *xml, size_t n);                   /* those of other people; an XmlFault */
void notes_comments(Xml *x, const NoteList *l);                                    /* the part of the comments */
void notes_drawing(Xml *x, const NoteList *l);                                     /* the part that draws their boxes */
/* The sheet with its <legacyDrawing> pointing to `id` (an old one is replaced). 0, -1 = its end was not understood. */
int notes_sheet(Xml *x, const char *xml, size_t n, const char *id);
#endif
