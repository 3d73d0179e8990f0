// Files that are part of the program. Swift has no `#embed`, and imports no array of unknown size:
// hence a table in C and two functions.
#pragma once
#include <stddef.h>

/// A file of the source tree, byte for byte. All pointers live as long as the program.
typedef struct okno_resource {
  /// The folder by which it is asked for: "catalogue/situations".
  const char *group;
  /// The file's name in that folder.
  const char *name;
  const unsigned char *bytes;
  size_t count;
} okno_resource;

size_t okno_resource_count(void);

/// The resource at `index`; one without bytes, names and count where there is none.
okno_resource okno_resource_at(size_t index);
