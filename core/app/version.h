/* version.h - the version of Sen. */
#ifndef SEN_APP_VERSION_H
#define SEN_APP_VERSION_H
#define SEN_VERSION "0.1.0"
#endif
