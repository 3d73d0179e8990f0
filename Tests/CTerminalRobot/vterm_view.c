#include "VTermView.h"

#include <stdlib.h>
#include <string.h>
#include <vterm.h>

struct okno_vterm {
  VTerm *machine;
  VTermScreen *screen;
  bool shows_cursor, is_alternate, reports_mouse;
  char title[256];
};

static int on_property(VTermProp property, VTermValue *value, void *user) {
  struct okno_vterm *terminal = user;
  switch (property) {
    case VTERM_PROP_CURSORVISIBLE: terminal->shows_cursor = value->boolean; break;
    case VTERM_PROP_ALTSCREEN: terminal->is_alternate = value->boolean; break;
    case VTERM_PROP_MOUSE: terminal->reports_mouse = value->number != VTERM_PROP_MOUSE_NONE; break;
    case VTERM_PROP_TITLE: strncpy(terminal->title, value->string, sizeof terminal->title - 1); break;
    default: break;
  }
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

struct okno_vterm *okno_vterm_new(int columns, int rows) {
  struct okno_vterm *terminal = calloc(1, sizeof *terminal);
  if (terminal == NULL) return NULL;
  terminal->shows_cursor = true;
  terminal->machine = vterm_new(rows, columns);
  vterm_set_utf8(terminal->machine, 1);
  terminal->screen = vterm_obtain_screen(terminal->machine);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  return terminal;
}

void okno_vterm_free(struct okno_vterm *terminal) {
  vterm_free(terminal->machine);
  free(terminal);
}

void okno_vterm_resize(struct okno_vterm *terminal, int columns, int rows) {
  vterm_set_size(terminal->machine, rows, columns);
}

void okno_vterm_write(struct okno_vterm *terminal, const char *bytes, size_t count) {
  vterm_input_write(terminal->machine, bytes, count);
  vterm_screen_flush_damage(terminal->screen);
}

size_t okno_vterm_answer(struct okno_vterm *terminal, char *bytes, size_t capacity) {
  return vterm_output_read(terminal->machine, bytes, capacity);
}

static int32_t colour(const VTermColor *colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour)) return -1;
  if (VTERM_COLOR_IS_INDEXED(colour)) return colour->indexed.idx;
  return 0x1000000 | colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

struct okno_vterm_cell okno_vterm_cell_at(struct okno_vterm *terminal, int column, int row) {
  struct okno_vterm_cell cell = {.width = 1, .foreground = -1, .background = -1};
  VTermScreenCell shown;
  if (!vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &shown)) return cell;
  while (cell.count < 6 && shown.chars[cell.count] != 0) {
    cell.scalars[cell.count] = shown.chars[cell.count];
    cell.count++;
  }
  cell.width = shown.width;
  cell.bold = shown.attrs.bold;
  cell.underline = shown.attrs.underline != 0;
  cell.reverse = shown.attrs.reverse;
  cell.foreground = colour(&shown.fg);
  cell.background = colour(&shown.bg);
  return cell;
}

uint32_t okno_vterm_scalar(const struct okno_vterm_cell *cell, int index) { return cell->scalars[index]; }

void okno_vterm_cursor(struct okno_vterm *terminal, int *column, int *row) {
  VTermPos place;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->machine), &place);
  *column = place.col;
  *row = place.row;
}

bool okno_vterm_shows_cursor(struct okno_vterm *terminal) { return terminal->shows_cursor; }
bool okno_vterm_is_alternate(struct okno_vterm *terminal) { return terminal->is_alternate; }
bool okno_vterm_reports_mouse(struct okno_vterm *terminal) { return terminal->reports_mouse; }
const char *okno_vterm_title(struct okno_vterm *terminal) { return terminal->title; }
