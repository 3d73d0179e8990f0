#include "iris.h"

#include <stdlib.h>

static struct iri_slot *place(const iri_table *table, const raptor_uri *iri) {
  // Fibonacci hashing: addresses share their low bits.
  uint64_t hash = (uint64_t)(uintptr_t)iri * 0x9E3779B97F4A7C15u;
  uint32_t index = (uint32_t)(hash >> 32) & (table->capacity - 1);
  while (table->slots[index].iri && table->slots[index].iri != iri) {
    index = (index + 1) & (table->capacity - 1);
  }
  return &table->slots[index];
}

static bool grow(iri_table *table) {
  iri_table larger = *table;
  larger.capacity = table->capacity ? table->capacity * 2 : 1024;
  larger.slots = calloc(larger.capacity, sizeof *larger.slots);
  if (!larger.slots) return false;
  for (uint32_t index = 0; index < table->capacity; index++) {
    if (table->slots[index].iri) *place(&larger, table->slots[index].iri) = table->slots[index];
  }
  free(table->slots);
  *table = larger;
  return true;
}

bool iri_number(iri_table *table, raptor_uri *iri, uint32_t *number) {
  if (table->count >= table->capacity / 4 * 3 && !grow(table)) return false;
  struct iri_slot *slot = place(table, iri);
  if (!slot->iri) *slot = (struct iri_slot){table->raptor->uri_copy(iri), table->count++};
  *number = slot->number;
  return true;
}

void iri_table_free(iri_table *table) {
  for (uint32_t index = 0; index < table->capacity; index++) {
    if (table->slots[index].iri) table->raptor->free_uri(table->slots[index].iri);
  }
  free(table->slots);
  *table = (iri_table){0};
}
