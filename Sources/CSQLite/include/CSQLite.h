#pragma once
// SQLite for Swift. Each shim says why Swift cannot call the original.
#include <sqlite3.h>

#include "okno_tokenizer.h"

// SQLITE_TRANSIENT is a cast in a macro, which the importer drops. TRANSIENT makes SQLite copy the
// bytes during the call: a Swift string's pointer dies with it.
static inline int okno_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  // An empty Swift string may have no address, and a null pointer would bind NULL.
  return length == 0 ? sqlite3_bind_text(statement, index, "", 0, SQLITE_STATIC)
                     : sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

static inline int okno_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int length) {
  // A null pointer would bind NULL; an empty blob is a blob.
  return length == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                     : sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}

// sqlite3_db_config is variadic; this is its form for a boolean option.
static inline int okno_db_config(sqlite3 *database, int option, int value) {
  return sqlite3_db_config(database, option, value, (int *)0);
}

// sqlite3_config is variadic too. Nobody reads the statistics of memory, and keeping them costs a lock
// with every allocation. Only before the first connection.
static inline void okno_sqlite_prepare(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Glibc's Swift module leaves statfs out. The magic number of the file system on which `path` lies
// (statfs(2)), or -1: SQLite's locks do not hold on a network's.
#include <sys/vfs.h>
static inline long okno_file_system_type(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (long)facts.f_type : -1;
}
