#define _GNU_SOURCE 1
// Without it <curses.h> has no wide characters.
#define _XOPEN_SOURCE_EXTENDED 1
#include "CNcurses.h"

#include <curses.h>
#include <term.h>

enum okno_terminfo okno_terminfo_load(const char *terminal, int descriptor) {
  int found = 0;
  if (setupterm(terminal, descriptor, &found) == OK) return OKNO_TERMINFO_FOUND;
  return found < 0 ? OKNO_TERMINFO_NONE : OKNO_TERMINFO_UNKNOWN;
}

void okno_terminfo_unload(void) {
  TERMINAL *loaded = set_curterm(NULL);
  if (loaded != NULL) del_curterm(loaded);
}

const char *okno_terminfo_string(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

int32_t okno_terminfo_number(const char *name) { return tigetnum((char *)name); }

bool okno_terminfo_flag(const char *name) { return tigetflag((char *)name) > 0; }

const char *okno_terminfo_flag_name(int index) { return boolnames[index]; }
const char *okno_terminfo_number_name(int index) { return numnames[index]; }
const char *okno_terminfo_string_name(int index) { return strnames[index]; }
