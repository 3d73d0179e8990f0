#pragma once
#include <sqlite3.h>

// The FTS5 tokenizer `okno`: Russian and English stems beside the written words.
//
// Text comes folded (SearchText does that, so that one place decides what equals what): words of
// lower-case letters and digits with spaces between. In a document each word gives two tokens at one
// place: the word itself, which prefixes and exact words are found by, and its stem behind a `=`,
// which no folded word contains. In a query a word gives itself, and `=word` the stem alone.

// Registers the tokenizer on a connection; returns an SQLite result code. SQLITE_ERROR when this
// SQLite has no FTS5.
int okno_register_tokenizer(sqlite3 *database);
