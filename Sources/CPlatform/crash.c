// A Swift trap runs no `defer` and no `deinit`: the terminal is restored here, with nothing but
// async-signal-safe calls (signal-safety(7)), and the death goes on as it would have without us.
#define _GNU_SOURCE 1
#include "CPlatform.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };

static struct sigaction earlier[FATAL_COUNT];
static struct termios own_modes;
static bool modes_known;
static bool installed;
static int terminal = -1;
static char restoring[512];
static size_t restoring_count;
static int error_descriptor = -1;
static atomic_bool armed;
// A stack overflow leaves no room for a handler on the stack that overflowed.
static char handler_stack[64 * 1024];

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void on_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  int saved_errno = errno;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &earlier[i], NULL);
  if (atomic_exchange(&armed, false)) {
    write_all(terminal, restoring, restoring_count);
    if (modes_known) tcsetattr(terminal, TCSANOW, &own_modes);
    if (error_descriptor >= 0) dup2(error_descriptor, STDERR_FILENO);
  }
  // A fault happens again when the instruction is tried again, with the true context for a backtrace;
  // one that was sent (abort, kill) has to be sent again.
  if (information == NULL || information->si_code <= 0) raise(number);
  errno = saved_errno;
}

void okno_crash_guard_install(int descriptor) {
  terminal = descriptor;
  modes_known = tcgetattr(descriptor, &own_modes) == 0;
  if (installed) return;
  installed = true;
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  // tcsetattr from the background would stop the process instead.
  sigaddset(&action.sa_mask, SIGTTOU);
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &earlier[i]);
}

void okno_crash_guard_arm(const char *sequence, size_t count, int error_output) {
  atomic_store(&armed, false);
  restoring_count = count < sizeof restoring ? count : sizeof restoring;
  memcpy(restoring, sequence, restoring_count);
  error_descriptor = error_output;
  atomic_store(&armed, true);
}

void okno_crash_guard_disarm(void) { atomic_store(&armed, false); }
