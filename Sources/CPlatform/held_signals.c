// Signals that would end the process, held back while a terminal is in a state that must not outlive it.
#define _GNU_SOURCE 1
#include "CPlatform.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

int okno_hold_signals(sigset_t *before) {
  sigset_t held;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  sigaddset(&held, SIGTERM);
  sigaddset(&held, SIGHUP);
  sigaddset(&held, SIGTSTP);
  pthread_sigmask(SIG_BLOCK, &held, before);
  return signalfd(-1, &held, SFD_CLOEXEC);
}

int okno_wait_unless_held(int input, int held) {
  struct pollfd both[] = {{.fd = input, .events = POLLIN}, {.fd = held, .events = POLLIN}};
  while (poll(both, 2, -1) < 0) {
    if (errno != EINTR) return 0;
  }
  return both[1].revents == 0;
}

void okno_release_signals(int held, const sigset_t *before) {
  close(held);
  pthread_sigmask(SIG_SETMASK, before, NULL);
}
