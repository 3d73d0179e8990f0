// Signals as data: blocked for all threads and read from a descriptor in the run loop, so that no code
// of ours runs in a handler. Only a crash has one (crash.c).
#define _GNU_SOURCE 1
#include "CPlatform.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

static const struct {
  int number;
  uint32_t bit;
} handled[] = {
    {SIGWINCH, OKNO_SIGNAL_RESIZE},   {SIGTERM, OKNO_SIGNAL_TERMINATE},
    {SIGQUIT, OKNO_SIGNAL_TERMINATE}, {SIGHUP, OKNO_SIGNAL_HANG_UP},
    {SIGINT, OKNO_SIGNAL_INTERRUPT},  {SIGTSTP, OKNO_SIGNAL_SUSPEND},
    {SIGCONT, OKNO_SIGNAL_CONTINUE},
};
enum { HANDLED_COUNT = sizeof handled / sizeof *handled };

static void do_nothing(int number) { (void)number; }

// ncurses takes SIGTSTP over where it finds the default action, and ignores it during each update:
// a blocked signal that waits at that moment is lost. It leaves alone what somebody else handles.
static void keep_stops_from_ncurses(void) {
  struct sigaction present, own = {.sa_handler = do_nothing, .sa_flags = SA_RESTART};
  sigemptyset(&own.sa_mask);
  if (sigaction(SIGTSTP, NULL, &present) == 0 && present.sa_handler == SIG_DFL) {
    sigaction(SIGTSTP, &own, NULL);
  }
}

int okno_signals_open(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < HANDLED_COUNT; i++) sigaddset(&set, handled[i].number);
  int failure = pthread_sigmask(SIG_BLOCK, &set, NULL);
  if (failure != 0) {
    errno = failure;
    return -1;
  }
  signal(SIGPIPE, SIG_IGN);
  keep_stops_from_ncurses();
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

uint32_t okno_signals_take(int descriptor) {
  uint32_t bits = 0;
  struct signalfd_siginfo waiting;
  while (read(descriptor, &waiting, sizeof waiting) == sizeof waiting) {
    for (int i = 0; i < HANDLED_COUNT; i++) {
      if ((uint32_t)handled[i].number == waiting.ssi_signo) bits |= handled[i].bit;
    }
  }
  return bits;
}

void okno_stop_job(void) {
  // Not SIGSTOP: in an orphaned process group (a terminal window that runs only us) nobody could
  // continue it. SIGTSTP's default action stops nothing there.
  struct sigaction usual = {.sa_handler = SIG_DFL}, earlier;
  sigset_t stop, mask;
  sigemptyset(&usual.sa_mask);
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &usual, &earlier);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &earlier, NULL);
}

int okno_event_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void okno_event_raise(int descriptor) {
  uint64_t one = 1;
  while (write(descriptor, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void okno_event_clear(int descriptor) {
  uint64_t count;
  while (read(descriptor, &count, sizeof count) < 0 && errno == EINTR) {
  }
}
