#include "CPlatform.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

static bool characters_are_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

enum okno_locale okno_set_locale(void) {
  // Not LC_ALL: numbers stay in the C form, which strtod and printf of every C library in the process
  // follow, and each further category is files to open before the first frame.
  setlocale(LC_CTYPE, "");
  setlocale(LC_MESSAGES, "");
  if (characters_are_utf8()) return OKNO_LOCALE_OWN;
  // In the C locale wcwidth is -1 for every Cyrillic letter, and ncurses draws nothing.
  static const char *const candidates[] = {"C.utf8", "C.UTF-8", "ru_RU.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
    if (setlocale(LC_CTYPE, candidates[i]) && characters_are_utf8()) return OKNO_LOCALE_FALLBACK;
  }
  return OKNO_LOCALE_NONE;
}
