#include "CQRCode.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

// The assignment number of UTF-8 among the Extended Channel Interpretations: without it a reader has to
// guess what letters the bytes are.
enum { UTF8_INTERPRETATION = 26 };

static struct {
  __typeof__(QRinput_new2) *new_input;
  __typeof__(QRinput_appendECIheader) *append_interpretation;
  __typeof__(QRinput_append) *append;
  __typeof__(QRcode_encodeInput) *encode;
  __typeof__(QRinput_free) *free_input;
  __typeof__(QRcode_free) *free_code;
  bool is_loaded;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // The version whose header this was made with; nothing closes it.
  void *handle = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  library.new_input = (__typeof__(library.new_input))dlsym(handle, "QRinput_new2");
  library.append_interpretation =
      (__typeof__(library.append_interpretation))dlsym(handle, "QRinput_appendECIheader");
  library.append = (__typeof__(library.append))dlsym(handle, "QRinput_append");
  library.encode = (__typeof__(library.encode))dlsym(handle, "QRcode_encodeInput");
  library.free_input = (__typeof__(library.free_input))dlsym(handle, "QRinput_free");
  library.free_code = (__typeof__(library.free_code))dlsym(handle, "QRcode_free");
  library.is_loaded = library.new_input && library.append_interpretation && library.append &&
                      library.encode && library.free_input && library.free_code;
}

bool okno_qr_is_available(void) {
  pthread_once(&once, load);
  return library.is_loaded;
}

unsigned char *okno_qr_encode(const unsigned char *bytes, size_t count, int *side) {
  if (!okno_qr_is_available() || count == 0 || count > INT_MAX) return NULL;
  // Version 0 leaves the size to the library.
  QRinput *input = library.new_input(0, QR_ECLEVEL_L);
  if (!input) return NULL;
  QRcode *code = NULL;
  if (library.append_interpretation(input, UTF8_INTERPRETATION) == 0 &&
      library.append(input, QR_MODE_8, (int)count, bytes) == 0)
    code = library.encode(input);
  library.free_input(input);
  if (!code) return NULL;
  size_t size = (size_t)code->width * (size_t)code->width;
  unsigned char *modules = malloc(size);
  if (modules) memcpy(modules, code->data, size);
  *side = code->width;
  library.free_code(code);
  return modules;
}

void okno_qr_free(unsigned char *modules) { free(modules); }
