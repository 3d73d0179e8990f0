// getopt_long(3). The toolchain's Glibc module leaves <getopt.h> out, and Swift 6 refuses the
// variables in which getopt answers (`optind`, `optarg`): they are read and reset behind functions.
#pragma once

#include <getopt.h>

/// Forgets an earlier scan, and writes no messages of its own. One scan at a time in a process.
void okno_getopt_begin(void);
/// The index of the argument to be read next; after the end of a scan, of the first operand.
int okno_getopt_next(void);
/// The code of the option a fault is about; 0 where the table does not have it.
int okno_getopt_faulty(void);
/// The value of the option just read, or a null pointer.
const char *okno_getopt_value(void);
