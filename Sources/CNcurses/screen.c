#define _GNU_SOURCE 1
// Without it <curses.h> has no wide characters.
#define _XOPEN_SOURCE_EXTENDED 1
#include "CNcurses.h"

#include <curses.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static bool own_colours;
// The line's modes from before.
static struct termios found_modes;

// By the line's own setting, not O_NONBLOCK: that would hit the shell too, which shares the open file.
static void read_without_waiting(void) {
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) != 0) return;
  modes.c_cc[VMIN] = 0;
  modes.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  def_prog_mode();
}

bool okno_curses_start(const char *terminal, bool colours) {
  tcgetattr(STDIN_FILENO, &found_modes);
  // newterm, not initscr: the latter exits the process when the terminal is unknown.
  if (newterm(terminal, stdout, stdin) == NULL) return false;
  raw();  // Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q are keys of the program
  noecho();
  nonl();
  read_without_waiting();
  set_escdelay(25);
  // ncurses would stop an update half-way when a key waits, and show a mixture of two screens.
  typeahead(-1);
  if (colours && has_colors()) {
    start_color();
    own_colours = use_default_colors() == OK;
  }
  return true;
}

void okno_curses_end(void) { endwin(); }

// Not reset_shell_mode: that would send what newterm has put aside, and so take the screen.
void okno_curses_abandon(void) { tcsetattr(STDIN_FILENO, TCSANOW, &found_modes); }

void okno_curses_resize(int columns, int rows) { resizeterm(rows, columns); }

void okno_curses_repaint(void) { clearok(curscr, TRUE); }

int okno_curses_colours(void) { return COLORS; }
int okno_curses_pairs(void) { return COLOR_PAIRS; }

bool okno_curses_define_pair(int pair, int foreground, int background) {
  if (!own_colours && foreground < 0) foreground = COLOR_WHITE;
  if (!own_colours && background < 0) background = COLOR_BLACK;
  return init_extended_pair(pair, foreground, background) == OK;
}

static attr_t curses_attributes(uint32_t attributes) {
  attr_t result = A_NORMAL;
  if (attributes & OKNO_ATTRIBUTE_BOLD) result |= A_BOLD;
  if (attributes & OKNO_ATTRIBUTE_DIM) result |= A_DIM;
  if (attributes & OKNO_ATTRIBUTE_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & OKNO_ATTRIBUTE_REVERSE) result |= A_REVERSE;
  return result;
}

// Controls, line separators and those that turn the direction of a line: a second guard, after Canvas's.
static bool may_be_sent(uint32_t scalar) {
  if (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)) return false;
  if (scalar >= 0xD800 && scalar < 0xE000) return false;
  if (scalar == 0x061C || scalar == 0x200E || scalar == 0x200F) return false;
  if (scalar >= 0x2028 && scalar <= 0x202E) return false;
  if (scalar >= 0x2066 && scalar <= 0x2069) return false;
  return scalar <= 0x10FFFF;
}

// The cell's code points as far as libc, and so ncurses, agrees on their width. Returns the columns
// that they take.
static int drawable(const uint32_t *scalars, int width, wchar_t drawn[OKNO_CELL_STRIDE]) {
  int base = may_be_sent(scalars[0]) ? wcwidth((wchar_t)scalars[0]) : -1;
  drawn[0] = (wchar_t)scalars[0];
  int count = 1;
  if (base < 1 || base > width) {
    drawn[0] = 0xFFFD;
    base = 1;
  } else if (base == width) {
    // A wide cell of a narrow base (U+2764 U+FE0F) is the base alone: libc counts one column.
    while (count < OKNO_CELL_SCALARS && scalars[count] != 0 && may_be_sent(scalars[count]) &&
           wcwidth((wchar_t)scalars[count]) == 0 && scalars[count] != 0x200D) {
      drawn[count] = (wchar_t)scalars[count];
      count++;
    }
  }
  drawn[count] = 0;
  return base;
}

// How many cells from here on are plain blanks.
static int blanks(const uint32_t *scalars, const uint8_t *widths, int count) {
  int found = 0;
  while (found < count && widths[found] == 1 && scalars[(size_t)found * OKNO_CELL_STRIDE] == ' ' &&
         scalars[(size_t)found * OKNO_CELL_STRIDE + 1] == 0) {
    found++;
  }
  return found;
}

void okno_curses_put(int column, int row, const uint32_t *scalars, const uint8_t *widths, int count,
                     uint32_t attributes, int pair) {
  enum { CHUNK = 256, LONG_BLANK = 8 };
  cchar_t cells[CHUNK];
  attr_t style = curses_attributes(attributes);
  int filled = 0, columns = 0;
  for (int i = 0; i < count; i++) {
    if (widths[i] == 0) continue;
    // Most of a screen is empty, and a line of blanks costs ncurses a tenth of as many letters.
    int empty = blanks(scalars + (size_t)i * OKNO_CELL_STRIDE, widths + i, count - i);
    if (empty >= LONG_BLANK) {
      if (filled > 0) mvadd_wchnstr(row, column, cells, filled);
      column += columns;
      filled = columns = 0;
      cchar_t blank;
      setcchar(&blank, L" ", style, 0, &pair);
      mvhline_set(row, column, &blank, empty);
      column += empty;
      i += empty - 1;
      continue;
    }
    int width = column + columns + widths[i] > COLS ? 1 : widths[i];
    wchar_t drawn[OKNO_CELL_STRIDE];
    int used = drawable(scalars + (size_t)i * OKNO_CELL_STRIDE, width, drawn);
    setcchar(&cells[filled++], drawn, style, 0, &pair);
    if (used < width) setcchar(&cells[filled++], L" ", style, 0, &pair);
    columns += width;
    if (filled >= CHUNK - 1) {
      mvadd_wchnstr(row, column, cells, filled);
      column += columns;
      filled = columns = 0;
    }
  }
  if (filled > 0) mvadd_wchnstr(row, column, cells, filled);
}

void okno_curses_place_cursor(int column, int row) {
  curs_set(column < 0 ? 0 : 1);
  if (column >= 0) move(row, column);
}

void okno_curses_flush(void) {
  wnoutrefresh(stdscr);
  doupdate();
}
