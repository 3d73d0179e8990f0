// A program in a pseudo-terminal of its own, as its session's leader.
#pragma once

#include <stdbool.h>

struct okno_pty {
  int master;
  /// Kept open, so that the line's modes can be looked at after the program's end.
  int slave;
  int process;
  /// Becomes readable when the program ends.
  int ending;
};

/// Starts it with nothing blocked or ignored. Returns NULL, or the name of the call that failed with
/// errno set. `directory` may be NULL.
const char *okno_pty_spawn(const char *program, char *const arguments[], char *const environment[],
                           const char *directory, int columns, int rows, struct okno_pty *started);

bool okno_pty_set_size(int master, int columns, int rows);
