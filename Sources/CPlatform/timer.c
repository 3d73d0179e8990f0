// CLOCK_BOOTTIME: a laptop that slept through a deadline is told so when it wakes (timerfd_create(2)).
#define _GNU_SOURCE 1
#include "CPlatform.h"

#include <sys/timerfd.h>
#include <time.h>

int64_t okno_boot_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int okno_timer_open(void) { return timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC); }

void okno_timer_set(int descriptor, int64_t milliseconds) {
  struct itimerspec moment = {0};
  if (milliseconds >= 0) {
    moment.it_value.tv_sec = (time_t)(milliseconds / 1000);
    // All zero would stop the timer.
    moment.it_value.tv_nsec = (long)(milliseconds % 1000) * 1000000 + 1;
  }
  timerfd_settime(descriptor, TFD_TIMER_ABSTIME, &moment, NULL);
}
