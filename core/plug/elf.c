/* elf.c - the header checks of a plugin before the loader sees it: a truncated file would end us by SIGBUS. */
#include "core/plug/elf.h"
#include <elf.h>
#include <stdint.h>
#include <string.h>

#if UINTPTR_MAX > 0xffffffffu
typedef Elf64_Ehdr Header;
typedef Elf64_Phdr Segment;
typedef Elf64_Dyn Dynamic;
enum { OWN_CLASS = ELFCLASS64 };
#else
typedef Elf32_Ehdr Header;
typedef Elf32_Phdr Segment;
typedef Elf32_Dyn Dynamic;
enum { OWN_CLASS = ELFCLASS32 };
#endif
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
enum { OWN_ORDER = ELFDATA2LSB };
#else
enum { OWN_ORDER = ELFDATA2MSB };
#endif
#if defined(__x86_64__)
enum { OWN_MACHINE = EM_X86_64 };
#elif defined(__aarch64__)
enum { OWN_MACHINE = EM_AARCH64 };
#elif defined(__i386__)
enum { OWN_MACHINE = EM_386 };
#elif defined(__arm__)
enum { OWN_MACHINE = EM_ARM };
#elif defined(__riscv)
enum { OWN_MACHINE = EM_RISCV };
#elif defined(__powerpc64__)
enum { OWN_MACHINE = EM_PPC64 };
#elif defined(__s390x__)
enum { OWN_MACHINE = EM_S390 };
#else
enum { OWN_MACHINE = EM_NONE };
#endif

static const char *check_dynamic(Str b, const Segment *s)
{
    for (size_t at = s->p_offset; at + sizeof(Dynamic) <= s->p_offset + s->p_filesz; at += sizeof(Dynamic)) {
        Dynamic d;
        memcpy(&d, b.p + at, sizeof d);
        if (d.d_tag == DT_NULL) return NULL;
        if (d.d_tag == DT_RPATH || d.d_tag == DT_RUNPATH) return "it names a library path (RPATH)";
        if (d.d_tag == DT_TEXTREL) return "its code is not position independent";
    }
    return "its dynamic section has no end";
}

static const char *check_segment(Str b, const Segment *s)
{
    if (s->p_offset > b.n || s->p_filesz > b.n - s->p_offset) return "it is cut off";
    if (s->p_type == PT_LOAD && s->p_filesz > s->p_memsz) return "a segment is larger in the file than in memory";
    if (s->p_type == PT_LOAD && (s->p_flags & PF_W) && (s->p_flags & PF_X)) return "a segment is writable and executable";
    if (s->p_type == PT_GNU_STACK && (s->p_flags & PF_X)) return "it wants an executable stack";
    if (s->p_type == PT_INTERP) return "it is a program, not a library";
    return s->p_type == PT_DYNAMIC ? check_dynamic(b, s) : NULL;
}

const char *elf_check(Str b)
{
    Header h;
    if (b.n < sizeof h) return "it is too short";
    memcpy(&h, b.p, sizeof h);
    if (memcmp(h.e_ident, ELFMAG, SELFMAG)) return "it is not an ELF file";
    if (h.e_ident[EI_CLASS] != OWN_CLASS || h.e_ident[EI_DATA] != OWN_ORDER || h.e_machine != OWN_MACHINE)
        return "it was built for another machine";
    if (h.e_ident[EI_VERSION] != EV_CURRENT || h.e_version != EV_CURRENT) return "its ELF version is unknown";
    if (h.e_type != ET_DYN) return "it is not a shared library";
    if (h.e_phentsize != sizeof(Segment) || h.e_phnum == 0 || h.e_phnum > 64) return "its segment table is malformed";
    if (h.e_phoff > b.n || (size_t)h.e_phnum * sizeof(Segment) > b.n - h.e_phoff) return "it is cut off";
    int stack = 0, dynamic = 0, load = 0;
    for (size_t i = 0; i < h.e_phnum; i++) {
        Segment s;
        memcpy(&s, b.p + h.e_phoff + i * sizeof s, sizeof s);
        const char *bad = check_segment(b, &s);
        if (bad) return bad;
        stack += s.p_type == PT_GNU_STACK;
        dynamic += s.p_type == PT_DYNAMIC;
        load += s.p_type == PT_LOAD;
    }
    if (!load || dynamic != 1) return "its segment table is malformed";
    return stack ? NULL : "it wants an executable stack";
}
