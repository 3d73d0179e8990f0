// QR codes by libqrencode.
//
// The library is loaded when the first code is asked for. Debian has no static half of it, and a shared
// one among the program's own libraries would be looked for and bound at every start.
#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Whether the library is there; loads it.
bool okno_qr_is_available(void);

/// The modules of a code of UTF-8 at the least error correction, a byte each, its lowest bit set for black;
/// `side` times `side` of them. NULL where the text is too long for any code, or there is no memory.
/// `okno_qr_free` takes it back.
unsigned char *okno_qr_encode(const unsigned char *bytes, size_t count, int *side);
void okno_qr_free(unsigned char *modules);
