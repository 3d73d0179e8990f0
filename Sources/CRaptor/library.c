#include "library.h"

#include <dlfcn.h>
#include <stdbool.h>

static bool load(okno_raptor *raptor) {
  // The name of the interface, which Debian keeps for all of raptor 2.
  void *library = dlopen("libraptor2.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
#define FIND(name) \
  if (!(raptor->name = (__typeof__(raptor->name))dlsym(library, "raptor_" #name))) return false;
  OKNO_RAPTOR_FUNCTIONS(FIND)
#undef FIND
  return true;
}

// Never unloaded: libxml2 does not stand that.
const okno_raptor *okno_raptor_library(void) {
  static okno_raptor raptor;
  static bool is_loaded;
  if (!is_loaded) is_loaded = load(&raptor);
  return is_loaded ? &raptor : 0;
}
