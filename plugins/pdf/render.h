/* render.h - the render function of the pdf output; state = Fonts. */
#ifndef SEN_PDF_RENDER_H
#define SEN_PDF_RENDER_H
#include "core/abi/sen_plugin.h"
int render_pdf(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
               SenErr *err);
#endif
