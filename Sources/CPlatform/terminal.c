#define _GNU_SOURCE 1
#include "CPlatform.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

bool okno_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

void okno_terminal_reset(int descriptor) {
  // Mouse, focus and paste reports off; cursor and keypad keys usual; colours and margins usual; the
  // cursor visible, lines wrap; the first screen. Each is ignored by a terminal that does not know it.
  static const char sequence[] =
      "\033[?1000l\033[?1002l\033[?1003l\033[?1004l\033[?1006l\033[?2004l"
      "\033[?1l\033>\033[0m\033[r\033[?7h\033[?25h\033[?1049l\033[0m\r\n";
  ssize_t written = write(descriptor, sequence, sizeof sequence - 1);
  (void)written;
  struct termios modes;
  if (tcgetattr(descriptor, &modes) != 0) return;
  modes.c_iflag |= ICRNL | IXON | BRKINT;
  modes.c_iflag &= ~(tcflag_t)(IGNBRK | INLCR | IGNCR | ISTRIP);
  modes.c_oflag |= OPOST | ONLCR;
  modes.c_lflag |= ICANON | ISIG | IEXTEN | ECHO | ECHOE | ECHOK;
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  tcsetattr(descriptor, TCSANOW, &modes);
}
