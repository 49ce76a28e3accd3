/* cmark_files.c - the reference of B1: stock libcmark parses and renders every file named on stdin; prints the bytes it made. */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char path[4096];
    size_t made = 0, files = 0;
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        FILE *f = fopen(path, "rb");
        if (!f) return 1;
        static char text[1 << 22];
        size_t n = fread(text, 1, sizeof text, f);
        fclose(f);
        char *html = cmark_markdown_to_html(text, n, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
        made += strlen(html);
        free(html);
        files++;
    }
    printf("%zu files, %zu bytes\n", files, made);
    return 0;
}
