// Faults that only the kernel can make, for the tests of the store.
#pragma once
#include <sys/fsuid.h>

// Glibc's Swift module leaves setfsuid out. It changes, for the calling thread alone, in whose name
// files are opened: tests that run as root lose root's way past permissions.
static inline void okno_test_open_files_as(unsigned user) { setfsuid(user); }
