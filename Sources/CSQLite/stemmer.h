#pragma once
// libstemmer's functions, by which the library is loaded at the first call.
#include <libstemmer.h>

// A stemmer for the words of that language in UTF-8; NULL without memory, or without the library.
struct sb_stemmer *okno_stemmer_new(const char *language);
void okno_stemmer_delete(struct sb_stemmer *stemmer);
// The stem of a word and its length in bytes, until the next call; NULL without memory.
const sb_symbol *okno_stemmer_stem(struct sb_stemmer *stemmer, const char *word, int *length);
