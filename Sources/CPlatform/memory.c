#include "CPlatform.h"

#include <malloc.h>

void okno_prepare_memory(void) {
  // glibc lets the heap of a thread grow by a page at a time, a system call each, and takes memory for
  // a screen of cells from the kernel anew for every frame.
  mallopt(M_TOP_PAD, 512 << 10);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
}
