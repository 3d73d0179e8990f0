// libvterm for the tests' robot, without its unions, bit fields and callbacks.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct okno_vterm;

struct okno_vterm_cell {
  uint32_t scalars[6];
  int count;
  int width;
  bool bold, underline, reverse;
  // -1 the terminal's own, 0 to 255 its palette, from 0x1000000 on 24 bits.
  int32_t foreground, background;
};

struct okno_vterm *okno_vterm_new(int columns, int rows);
void okno_vterm_free(struct okno_vterm *terminal);
void okno_vterm_resize(struct okno_vterm *terminal, int columns, int rows);

/// What the program has written.
void okno_vterm_write(struct okno_vterm *terminal, const char *bytes, size_t count);
/// What the terminal answers to it; the number of bytes.
size_t okno_vterm_answer(struct okno_vterm *terminal, char *bytes, size_t capacity);

/// `scalars` may be imported by Swift as a tuple only: read them by `okno_vterm_scalar`.
struct okno_vterm_cell okno_vterm_cell_at(struct okno_vterm *terminal, int column, int row);
uint32_t okno_vterm_scalar(const struct okno_vterm_cell *cell, int index);

void okno_vterm_cursor(struct okno_vterm *terminal, int *column, int *row);
bool okno_vterm_shows_cursor(struct okno_vterm *terminal);
bool okno_vterm_is_alternate(struct okno_vterm *terminal);
bool okno_vterm_reports_mouse(struct okno_vterm *terminal);
const char *okno_vterm_title(struct okno_vterm *terminal);
