#pragma once
// Numbers for the IRIs of one document. raptor keeps each IRI once, so that its address tells it, as long
// as somebody holds it: the table does.
#include <stdbool.h>
#include <stdint.h>

#include "library.h"

typedef struct iri_table {
  const okno_raptor *raptor;
  /// Open addressing; `capacity` is a power of two, and at least a quarter of it is empty.
  struct iri_slot {
    raptor_uri *iri;
    uint32_t number;
  } *slots;
  uint32_t capacity, count;
} iri_table;

/// The number of the IRI, a new one where it was not met before; false without memory.
bool iri_number(iri_table *table, raptor_uri *iri, uint32_t *number);

/// Lets go of all IRIs.
void iri_table_free(iri_table *table);
