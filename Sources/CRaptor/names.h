#pragma once
// Numbers for the names of one document, by their bytes: raptor's own way to keep each IRI once is a tree
// that compares texts with the same long beginning over and over, and is a third slower.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CRaptor.h"

typedef struct name_table {
  /// Open addressing; `capacity` is a power of two, and at least a quarter of it is empty.
  struct name_slot {
    uint64_t hash;
    /// Where its bytes begin in `text`.
    size_t start;
    uint32_t length;
    /// One more than its number; 0 in an empty slot.
    uint32_t place;
  } *slots;
  uint32_t capacity, count;
  /// All names, one after another.
  unsigned char *text;
  size_t used, room;
  /// Nobody can know which names would share a slot.
  uint64_t seed;
} name_table;

/// An empty table; false where the system has no random bits.
bool name_table_init(name_table *table);

/// The number of an IRI or a blank node, a new one where it was not met before; false without memory.
bool name_number(
  name_table *table, okno_rdf_kind kind, const unsigned char *name, size_t length,
  uint32_t *number);

void name_table_free(name_table *table);
