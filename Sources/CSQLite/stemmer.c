// Loaded when a word is first stemmed and not when the program starts: the tables for twenty languages
// are relocated at loading, and that would be a tenth of the time to the desk's first frame.

#include "stemmer.h"

#include <dlfcn.h>
#include <pthread.h>

static struct sb_stemmer *(*make)(const char *, const char *);
static void (*destroy)(struct sb_stemmer *);
static const sb_symbol *(*stem)(struct sb_stemmer *, const sb_symbol *, int);
static int (*stem_length)(struct sb_stemmer *);

static void load(void) {
  void *library = dlopen("libstemmer.so.0d", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  *(void **)&destroy = dlsym(library, "sb_stemmer_delete");
  *(void **)&stem = dlsym(library, "sb_stemmer_stem");
  *(void **)&stem_length = dlsym(library, "sb_stemmer_length");
  if (destroy && stem && stem_length) *(void **)&make = dlsym(library, "sb_stemmer_new");
}

struct sb_stemmer *okno_stemmer_new(const char *language) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return make ? make(language, "UTF_8") : NULL;
}

void okno_stemmer_delete(struct sb_stemmer *stemmer) {
  if (stemmer) destroy(stemmer);
}

const sb_symbol *okno_stemmer_stem(struct sb_stemmer *stemmer, const char *word, int *length) {
  const sb_symbol *found = stem(stemmer, (const sb_symbol *)word, *length);
  if (found) *length = stem_length(stemmer);
  return found;
}
