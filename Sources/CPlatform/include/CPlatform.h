// What the kernel and libc offer and Swift cannot say: variadic calls, handlers that may run only
// async-signal-safe code, and calls that need a signal mask set for all threads to come.
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- locale ---------------------------------------------------------------------------------

enum okno_locale {
  OKNO_LOCALE_OWN = 0,       // the environment's own locale is UTF-8
  OKNO_LOCALE_FALLBACK = 1,  // it is not; LC_CTYPE is C.utf8 now
  OKNO_LOCALE_NONE = 2,      // this machine has no UTF-8 locale at all
};

/// Sets the process's locale from the environment, with UTF-8 characters and C numbers.
/// Call once, before any thread starts.
enum okno_locale okno_set_locale(void);

// --- memory ---------------------------------------------------------------------------------

/// Lets the heap grow in larger steps. Call once, before any thread starts.
void okno_prepare_memory(void);

// --- signals and wake-ups -------------------------------------------------------------------

enum okno_signal {
  OKNO_SIGNAL_RESIZE = 1,
  OKNO_SIGNAL_TERMINATE = 2,
  OKNO_SIGNAL_HANG_UP = 4,
  OKNO_SIGNAL_INTERRUPT = 8,
  OKNO_SIGNAL_SUSPEND = 16,
  OKNO_SIGNAL_CONTINUE = 32,
};

/// Blocks the signals of `okno_signal` and opens a signalfd for them; ignores SIGPIPE.
/// Call before any thread starts: a thread inherits the mask. Returns -1 with errno set.
int okno_signals_open(void);

/// Takes all waiting signals, as bits of `okno_signal`; 0 when there are none.
uint32_t okno_signals_take(int descriptor);

/// Holds back, in this thread, the signals that would end or stop the process; a descriptor that is readable once
/// one has come, and in `before` what was held already. -1 with errno set.
int okno_hold_signals(sigset_t *before);

/// Waits for something to read; 0 where a held signal came instead.
int okno_wait_unless_held(int input, int held);

/// What was held back comes now.
void okno_release_signals(int held, const sigset_t *before);

/// Stops the whole foreground job as Ctrl-Z would, and returns when it is continued. Returns at once
/// where no shell could continue it (an orphaned process group).
void okno_stop_job(void);

/// An eventfd that does not block; -1 with errno set.
int okno_event_open(void);
/// Makes the eventfd readable. Safe from any thread.
void okno_event_raise(int descriptor);
/// Makes it unreadable again.
void okno_event_clear(int descriptor);

// --- a file that others write ----------------------------------------------------------------

/// Becomes readable each time somebody has opened that file for writing and closed it again; -1 with errno set.
int okno_watch_open(const char *path);
/// Makes it unreadable again.
void okno_watch_clear(int descriptor);

// --- a clock that goes on -------------------------------------------------------------------

/// Milliseconds since the machine was started, counting while it sleeps; nobody sets this clock.
int64_t okno_boot_clock(void);
/// A timer of that clock, to be polled; -1 with errno set.
int okno_timer_open(void);
/// Makes the timer readable from that moment on, at once where it has passed; negative for never.
void okno_timer_set(int descriptor, int64_t milliseconds);

// --- the terminal's line --------------------------------------------------------------------

/// The size of the terminal in cells; false when it does not say.
bool okno_terminal_size(int descriptor, int *columns, int *rows);

/// Sends what takes a terminal back to a usable state whatever the program that left it had set,
/// and gives the line its usual modes. For `okno --reset-terminal`.
void okno_terminal_reset(int descriptor);

// --- a crash --------------------------------------------------------------------------------

/// Remembers the terminal's present modes, and restores them and writes `sequence` when the process
/// dies of SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS or SIGFPE. The earlier handler runs afterwards,
/// so that Swift's backtrace still works; `error_output` (or -1) becomes descriptor 2 for it.
/// Call when the terminal is still in its own modes.
void okno_crash_guard_install(int descriptor);
/// From now on a crash restores the terminal.
void okno_crash_guard_arm(const char *sequence, size_t count, int error_output);
/// The terminal is in its own modes: a crash leaves it alone.
void okno_crash_guard_disarm(void);
