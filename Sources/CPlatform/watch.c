// inotify(7): to hear of a write costs nothing until there is one.
#define _GNU_SOURCE 1
#include "CPlatform.h"

#include <sys/inotify.h>
#include <unistd.h>

int okno_watch_open(const char *path) {
  int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor < 0) return -1;
  if (inotify_add_watch(descriptor, path, IN_CLOSE_WRITE) >= 0) return descriptor;
  close(descriptor);
  return -1;
}

void okno_watch_clear(int descriptor) {
  char events[4096];
  while (read(descriptor, events, sizeof events) > 0) {
  }
}
