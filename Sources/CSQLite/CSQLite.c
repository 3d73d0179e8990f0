// The header's shims are inline; a C target needs one source file.
#include "CSQLite.h"
