#include "names.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

bool name_table_init(name_table *table) {
  *table = (name_table){0};
  return getrandom(&table->seed, sizeof table->seed, 0) == sizeof table->seed;
}

// Both halves of the product, folded: each bit of the one factor reaches all of the result.
static uint64_t mixed(uint64_t left, uint64_t right) {
  unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t hash_of(uint64_t seed, const unsigned char *bytes, size_t length) {
  uint64_t hash = seed ^ length * 0x9E3779B97F4A7C15u;
  uint64_t word = 0;
  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word) {
    memcpy(&word, bytes, sizeof word);
    hash = mixed(hash ^ word, 0xA0761D6478BD642Fu) + seed;
  }
  for (word = 0; length > 0; length--) word = word << 8 | *bytes++;
  return mixed(hash ^ word, 0xA0761D6478BD642Fu) + seed;
}

static struct name_slot *place(
  const name_table *table, uint64_t hash, const unsigned char *name, size_t length) {
  uint32_t index = (uint32_t)hash & (table->capacity - 1);
  for (;;) {
    struct name_slot *slot = &table->slots[index];
    if (!slot->place) return slot;
    if (slot->hash == hash && slot->length == length &&
        memcmp(table->text + slot->start, name, length) == 0) {
      return slot;
    }
    index = (index + 1) & (table->capacity - 1);
  }
}

static bool grow(name_table *table) {
  uint32_t capacity = table->capacity ? table->capacity * 2 : 1024;
  struct name_slot *slots = calloc(capacity, sizeof *slots);
  if (!slots) return false;
  for (uint32_t old = 0; old < table->capacity; old++) {
    if (!table->slots[old].place) continue;
    uint32_t index = (uint32_t)table->slots[old].hash & (capacity - 1);
    while (slots[index].place) index = (index + 1) & (capacity - 1);
    slots[index] = table->slots[old];
  }
  free(table->slots);
  table->slots = slots;
  table->capacity = capacity;
  return true;
}

static bool keep(name_table *table, const unsigned char *name, size_t length) {
  if (table->room - table->used < length) {
    size_t room = table->room * 2 + length + 65536;
    unsigned char *text = realloc(table->text, room);
    if (!text) return false;
    table->text = text;
    table->room = room;
  }
  memcpy(table->text + table->used, name, length);
  table->used += length;
  return true;
}

bool name_number(
  name_table *table, okno_rdf_kind kind, const unsigned char *name, size_t length,
  uint32_t *number) {
  if (table->count >= table->capacity / 4 * 3 && !grow(table)) return false;
  // A blank node may be called as an IRI is.
  uint64_t hash = hash_of(table->seed + kind, name, length);
  struct name_slot *slot = place(table, hash, name, length);
  if (!slot->place) {
    size_t start = table->used;
    if (length > UINT32_MAX || !keep(table, name, length)) return false;
    *slot = (struct name_slot){hash, start, (uint32_t)length, ++table->count};
  }
  *number = slot->place - 1;
  return true;
}

void name_table_free(name_table *table) {
  free(table->slots);
  free(table->text);
  *table = (name_table){0};
}
