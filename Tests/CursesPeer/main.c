// What ncurses alone would send: the same screen drawn with its own calls. The peer of the measurement
// of bytes in TerminalTests. Any key changes one line, `q` leaves.
#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>

static void line(int row, int turn) {
  attrset(row % 2 ? A_BOLD : A_NORMAL);
  color_set((short)(1 + row % 3), NULL);
  mvprintw(row, 0, "%2d строка списка, ход %d, Иванова Мария Петровна, свидетельство", row, turn);
}

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  start_color();
  use_default_colors();
  init_pair(1, 214, 16);
  init_pair(2, 40, 17);
  init_pair(3, 231, 236);
  for (int row = 0; row < LINES - 1; row++) line(row, 0);
  refresh();
  for (int turn = 1; getch() != 'q'; turn++) {
    line(7, turn);
    refresh();
  }
  endwin();
  return 0;
}
