#define _GNU_SOURCE 1
#include "PtySpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

bool okno_pty_set_size(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(master, TIOCSWINSZ, &size) == 0;
}

static int spawn(const char *program, char *const arguments[], char *const environment[],
                 const char *directory, const char *terminal, int *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // The first terminal that a session's leader opens becomes the session's.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  // What this process has open is none of the program's: a test may count what it opens by itself.
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  if (directory != NULL) posix_spawn_file_actions_addchdir_np(&actions, directory);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int failure = posix_spawn(process, program, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failure;
}

const char *okno_pty_spawn(const char *program, char *const arguments[], char *const environment[],
                           const char *directory, int columns, int rows, struct okno_pty *started) {
  char terminal[64];
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) return "posix_openpt";
  if (ptsname_r(master, terminal, sizeof terminal) != 0) return "ptsname_r";
  int slave = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave < 0) return "open of the terminal";
  okno_pty_set_size(master, columns, rows);
  int process;
  errno = spawn(program, arguments, environment, directory, terminal, &process);
  if (errno != 0) return "posix_spawn";
  int ending = (int)syscall(SYS_pidfd_open, process, 0);
  if (ending < 0) return "pidfd_open";
  *started = (struct okno_pty){master, slave, process, ending};
  return NULL;
}
