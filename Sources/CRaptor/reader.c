#include <stdbool.h>
#include <stdio.h>

#include "CRaptor.h"
#include "library.h"
#include "names.h"

typedef struct reading {
  const okno_raptor *raptor;
  raptor_parser *parser;
  okno_rdf_sink sink;
  void *context;
  okno_rdf_mistake *mistake;
  name_table names;
  bool is_stopped, has_failed;
} reading;

static void log_message(void *context, raptor_log_message *message) {
  reading *self = context;
  if (message->level < RAPTOR_LOG_LEVEL_ERROR || self->has_failed) return;
  self->has_failed = true;
  self->mistake->line = message->locator && message->locator->line > 0 ? message->locator->line : 0;
  snprintf(self->mistake->text, sizeof self->mistake->text, "%s", message->text ? message->text : "");
}

// No address is ever opened.
static int refuse_address(void *context, raptor_uri *address) {
  (void)context;
  (void)address;
  return 1;
}

static bool name(
  reading *self, okno_rdf_kind kind, const unsigned char *text, size_t length, okno_rdf_name *to) {
  to->text = (const char *)text;
  to->length = length;
  return name_number(&self->names, kind, text, length, &to->number);
}

static bool iri(reading *self, raptor_uri *from, okno_rdf_name *to) {
  size_t length = 0;
  const unsigned char *text = self->raptor->uri_as_counted_string(from, &length);
  return name(self, OKNO_RDF_IRI, text, length, to);
}

static bool term(reading *self, const raptor_term *from, okno_rdf_term *to) {
  *to = (okno_rdf_term){0};
  switch (from->type) {
  case RAPTOR_TERM_TYPE_URI:
    to->kind = OKNO_RDF_IRI;
    return iri(self, from->value.uri, &to->name);
  case RAPTOR_TERM_TYPE_BLANK:
    to->kind = OKNO_RDF_BLANK;
    return name(
      self, OKNO_RDF_BLANK, from->value.blank.string, from->value.blank.string_len, &to->name);
  case RAPTOR_TERM_TYPE_LITERAL:
    to->kind = OKNO_RDF_LITERAL;
    to->text = (const char *)from->value.literal.string;
    to->length = from->value.literal.string_len;
    to->language = (const char *)from->value.literal.language;
    return !from->value.literal.datatype || iri(self, from->value.literal.datatype, &to->name);
  default: return false;
  }
}

static void take(void *context, raptor_statement *statement) {
  reading *self = context;
  if (self->is_stopped || self->has_failed) return;
  okno_rdf_term subject, predicate, object;
  bool is_whole = term(self, statement->subject, &subject) &&
                  term(self, statement->predicate, &predicate) &&
                  term(self, statement->object, &object);
  if (!is_whole || self->sink(self->context, &subject, &predicate, &object) != 0) {
    self->is_stopped = true;
    self->raptor->parser_parse_abort(self->parser);
  }
}

static raptor_parser *parser(reading *self, raptor_world *world, okno_rdf_syntax syntax) {
  const okno_raptor *raptor = self->raptor;
  raptor_parser *made =
    raptor->new_parser(world, syntax == OKNO_RDF_XML ? "rdfxml" : "turtle");
  if (!made) return 0;
  raptor->parser_set_option(made, RAPTOR_OPTION_NO_NET, 0, 1);
  raptor->parser_set_option(made, RAPTOR_OPTION_NO_FILE, 0, 1);
  raptor->parser_set_option(made, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, 0, 0);
  // A subject may be described twice, by the same rdf:ID too.
  raptor->parser_set_option(made, RAPTOR_OPTION_CHECK_RDF_ID, 0, 0);
  raptor->parser_set_uri_filter(made, refuse_address, self);
  raptor->parser_set_statement_handler(made, self, take);
  return made;
}

// XML in pieces, since libxml2 takes more than 10 MB that come at once for an attack.
static bool parse(
  reading *self, okno_rdf_syntax syntax, const unsigned char *bytes, size_t count) {
  const size_t piece = syntax == OKNO_RDF_XML || count == 0 ? 65536 : count;
  for (size_t start = 0; start < count || start == 0; start += piece) {
    size_t length = count - start < piece ? count - start : piece;
    bool is_last = start + length == count;
    if (self->raptor->parser_parse_chunk(self->parser, bytes + start, length, is_last)) return false;
    if (self->is_stopped || self->has_failed) return false;
  }
  return true;
}

static okno_rdf_end read_with(
  reading *self, raptor_world *world, okno_rdf_syntax syntax, const unsigned char *bytes,
  size_t count, const char *base) {
  const okno_raptor *raptor = self->raptor;
  raptor->world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  // See names.h.
  raptor->world_set_flag(world, RAPTOR_WORLD_FLAG_URI_INTERNING, 0);
  if (raptor->world_open(world)) return OKNO_RDF_NO_LIBRARY;
  raptor->world_set_log_handler(world, self, log_message);
  self->parser = parser(self, world, syntax);
  raptor_uri *address = raptor->new_uri(world, (const unsigned char *)base);
  okno_rdf_end end = OKNO_RDF_NO_LIBRARY;
  if (self->parser && address) {
    bool is_read = raptor->parser_parse_start(self->parser, address) == 0 &&
                   parse(self, syntax, bytes, count);
    end = self->is_stopped ? OKNO_RDF_STOPPED
          : is_read && !self->has_failed ? OKNO_RDF_READ
                                         : OKNO_RDF_MALFORMED;
  }
  if (self->parser) raptor->free_parser(self->parser);
  if (address) raptor->free_uri(address);
  return end;
}

okno_rdf_end okno_rdf_read(
  okno_rdf_syntax syntax, const unsigned char *bytes, size_t count, const char *base,
  okno_rdf_sink sink, void *context, okno_rdf_mistake *mistake) {
  *mistake = (okno_rdf_mistake){0};
  const okno_raptor *raptor = okno_raptor_library();
  raptor_world *world = raptor ? raptor->new_world_internal(RAPTOR_VERSION) : 0;
  if (!world) return OKNO_RDF_NO_LIBRARY;
  reading self = {
    .raptor = raptor,
    .sink = sink,
    .context = context,
    .mistake = mistake,
  };
  okno_rdf_end end = name_table_init(&self.names)
                       ? read_with(&self, world, syntax, bytes, count, base)
                       : OKNO_RDF_NO_LIBRARY;
  name_table_free(&self.names);
  raptor->free_world(world);
  return end;
}
