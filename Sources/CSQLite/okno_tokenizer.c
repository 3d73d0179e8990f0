#include "okno_tokenizer.h"

#include <string.h>

#include "stemmer.h"

// Longer words are cut at a letter: no word of a language is that long, and the stem needs room.
enum { LONGEST_WORD = 240 };

typedef struct {
  struct sb_stemmer *russian;
  struct sb_stemmer *english;
} okno_tokenizer;

static void destroy_tokenizer(Fts5Tokenizer *instance) {
  okno_tokenizer *tokenizer = (okno_tokenizer *)instance;
  if (tokenizer == 0) return;
  okno_stemmer_delete(tokenizer->russian);
  okno_stemmer_delete(tokenizer->english);
  sqlite3_free(tokenizer);
}

static int create_tokenizer(void *context, const char **arguments, int count,
                            Fts5Tokenizer **result) {
  (void)context;
  (void)arguments;
  if (count != 0) return SQLITE_ERROR;
  okno_tokenizer *tokenizer = sqlite3_malloc(sizeof *tokenizer);
  if (tokenizer == 0) return SQLITE_NOMEM;
  tokenizer->russian = okno_stemmer_new("russian");
  tokenizer->english = okno_stemmer_new("english");
  if (tokenizer->russian == 0 || tokenizer->english == 0) {
    destroy_tokenizer((Fts5Tokenizer *)tokenizer);
    return SQLITE_NOMEM;
  }
  *result = (Fts5Tokenizer *)tokenizer;
  return SQLITE_OK;
}

static int is_space(char byte) { return (unsigned char)byte <= 0x20; }

static int is_continuation(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

// The length of a word of `length` bytes when it is cut to what fits, at a letter's start.
static int fitting(const char *word, int length) {
  if (length <= LONGEST_WORD) return length;
  int end = LONGEST_WORD;
  while (end > 0 && is_continuation(word[end])) end -= 1;
  return end;
}

// Writes `=` and the stem of `word` to `out`; returns the length, 0 when memory ran out.
static int stem_into(okno_tokenizer *tokenizer, const char *word, int length, char *out) {
  int is_latin = length > 0 && word[0] >= 'a' && word[0] <= 'z';
  struct sb_stemmer *stemmer = is_latin ? tokenizer->english : tokenizer->russian;
  int stem_length = length;
  const sb_symbol *stem = okno_stemmer_stem(stemmer, word, &stem_length);
  if (stem == 0) return 0;
  // A stem can be a letter longer than its word in English.
  if (stem_length > LONGEST_WORD + 8) stem_length = length;
  out[0] = '=';
  memcpy(out + 1, stem, (size_t)stem_length);
  return stem_length + 1;
}

typedef int (*token_callback)(void *, int, const char *, int, int, int);

static int emit(okno_tokenizer *tokenizer, void *context, int flags, const char *text, int start,
                int end, token_callback callback) {
  char stem[LONGEST_WORD + 16];
  const char *word = text + start;
  int length = fitting(word, end - start);
  if (length > 1 && word[0] == '=') {
    int stem_length = stem_into(tokenizer, word + 1, length - 1, stem);
    return stem_length == 0 ? SQLITE_NOMEM : callback(context, 0, stem, stem_length, start, end);
  }
  int code = callback(context, 0, word, length, start, end);
  if (code != SQLITE_OK || (flags & FTS5_TOKENIZE_DOCUMENT) == 0) return code;
  int stem_length = stem_into(tokenizer, word, length, stem);
  if (stem_length == 0) return SQLITE_NOMEM;
  return callback(context, FTS5_TOKEN_COLOCATED, stem, stem_length, start, end);
}

static int tokenize(Fts5Tokenizer *instance, void *context, int flags, const char *text, int length,
                    token_callback callback) {
  int at = 0;
  while (at < length) {
    while (at < length && is_space(text[at])) at += 1;
    int start = at;
    while (at < length && !is_space(text[at])) at += 1;
    if (at == start) break;
    int code = emit((okno_tokenizer *)instance, context, flags, text, start, at, callback);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

// How an extension gets at FTS5 (sqlite.org/fts5.html, section 7).
static fts5_api *fts5_of(sqlite3 *database) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int okno_register_tokenizer(sqlite3 *database) {
  fts5_api *api = fts5_of(database);
  if (api == 0) return SQLITE_ERROR;
  fts5_tokenizer functions = {create_tokenizer, destroy_tokenizer, tokenize};
  return api->xCreateTokenizer(api, "okno", 0, &functions, 0);
}
