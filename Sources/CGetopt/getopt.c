#include "CGetopt.h"

void okno_getopt_begin(void) {
  // 0, not 1: glibc then also reads the first letter of the option string anew.
  optind = 0;
  opterr = 0;
}

int okno_getopt_next(void) { return optind; }

int okno_getopt_faulty(void) { return optopt; }

const char *okno_getopt_value(void) { return optarg; }
