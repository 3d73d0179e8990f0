// ncurses, without its globals and macros: Swift does not import `COLOR_PAIR` or `A_BOLD`, and refuses
// `stdscr`, `LINES` and `COLS`, which C code may change at any moment. <curses.h> itself stays in the .c
// files, where `_XOPEN_SOURCE_EXTENDED` makes the wide calls appear (no -D reaches Swift's importer).
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- terminfo: what a terminal can do ---------------------------------------------------------

enum okno_terminfo { OKNO_TERMINFO_FOUND = 1, OKNO_TERMINFO_UNKNOWN = 0, OKNO_TERMINFO_NONE = -1 };

/// Loads the description of that terminal, for the questions below and no output.
enum okno_terminfo okno_terminfo_load(const char *terminal, int descriptor);
/// Frees it.
void okno_terminfo_unload(void);

/// A capability by its terminfo name; NULL when the terminal has none of that name.
const char *okno_terminfo_string(const char *name);
/// A number; negative when the terminal has none of that name.
int32_t okno_terminfo_number(const char *name);
bool okno_terminfo_flag(const char *name);

/// The predefined names, in the order of the compiled format; NULL after the last.
const char *okno_terminfo_flag_name(int index);
const char *okno_terminfo_number_name(int index);
const char *okno_terminfo_string_name(int index);

// --- the screen ------------------------------------------------------------------------------

enum okno_attribute {
  OKNO_ATTRIBUTE_BOLD = 1,
  OKNO_ATTRIBUTE_DIM = 2,
  OKNO_ATTRIBUTE_UNDERLINE = 4,
  OKNO_ATTRIBUTE_REVERSE = 8,
};

/// Code points of one cell, and the zero after the last: ncurses' CCHARW_MAX is 5.
enum { OKNO_CELL_SCALARS = 5, OKNO_CELL_STRIDE = 6 };

/// Prepares the terminal of stdin and stdout: raw keys, no echo. The first flush takes the screen.
/// `colours` false leaves colour alone altogether. Returns false when ncurses cannot.
bool okno_curses_start(const char *terminal, bool colours);
/// Leaves it in the modes it had. A later `okno_curses_flush` takes it again.
void okno_curses_end(void);
/// Leaves it in the modes it had, where nothing has been flushed: not a byte is sent.
void okno_curses_abandon(void);

void okno_curses_resize(int columns, int rows);
/// The next flush sends every cell, whatever the terminal seems to show.
void okno_curses_repaint(void);

int okno_curses_colours(void);
int okno_curses_pairs(void);
/// Gives a colour pair its colours; -1 is the terminal's own.
bool okno_curses_define_pair(int pair, int foreground, int background);

/// Puts cells of one style. `scalars` holds OKNO_CELL_STRIDE numbers a cell; `widths` a width of 1 or 2
/// a cell, or 0 for the second half of a wide one, which is skipped. What libc's width or the rule on
/// control characters does not allow is drawn as U+FFFD: columns stay straight, nothing is executed.
void okno_curses_put(int column, int row, const uint32_t *scalars, const uint8_t *widths, int count,
                     uint32_t attributes, int pair);

/// Where the cursor stands after the next flush; a negative column hides it.
void okno_curses_place_cursor(int column, int row);
/// Sends the difference to the terminal.
void okno_curses_flush(void);
