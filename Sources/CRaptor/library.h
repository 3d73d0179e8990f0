#pragma once
// The functions of libraptor2 that are used, by their own names behind `raptor.`.
#include <raptor2/raptor2.h>

#define OKNO_RAPTOR_FUNCTIONS(F) \
  F(free_parser) \
  F(free_uri) \
  F(free_world) \
  F(new_parser) \
  F(new_uri) \
  F(new_world_internal) \
  F(parser_parse_abort) \
  F(parser_parse_chunk) \
  F(parser_parse_start) \
  F(parser_set_option) \
  F(parser_set_statement_handler) \
  F(parser_set_uri_filter) \
  F(uri_as_counted_string) \
  F(world_open) \
  F(world_set_flag) \
  F(world_set_log_handler)

typedef struct okno_raptor {
#define MEMBER(name) __typeof__(&raptor_##name) name;
  OKNO_RAPTOR_FUNCTIONS(MEMBER)
#undef MEMBER
} okno_raptor;

/// The loaded library, or null.
const okno_raptor *okno_raptor_library(void);
