#pragma once
// Reads RDF/XML and Turtle with libraptor2, for Swift.
//
// The library is loaded when a file is read and not when the program starts: it brings libxml2, libxslt
// and libcurl, whose loading would cost more than the rest of a start.
//
// A document comes as bytes, and nothing else is opened: no network, no file, no external entity.
#include <stddef.h>
#include <stdint.h>

typedef enum okno_rdf_kind {
  OKNO_RDF_IRI,
  OKNO_RDF_BLANK,
  OKNO_RDF_LITERAL,
} okno_rdf_kind;

/// An IRI or the name of a blank node. Text is UTF-8 and lives as long as the call.
typedef struct okno_rdf_name {
  /// The same for the same name until the end of the document, from 0 without gaps.
  uint32_t number;
  const char *text;
  size_t length;
} okno_rdf_name;

/// A term of a triple; null where there is none.
typedef struct okno_rdf_term {
  okno_rdf_kind kind;
  /// Of a literal: its datatype.
  okno_rdf_name name;
  /// Of a literal.
  const char *text;
  size_t length;
  const char *language;
} okno_rdf_term;

typedef enum okno_rdf_syntax { OKNO_RDF_XML, OKNO_RDF_TURTLE } okno_rdf_syntax;

/// Takes a triple; another value than 0 ends the reading.
typedef int (*okno_rdf_sink)(
  void *context, const okno_rdf_term *subject, const okno_rdf_term *predicate,
  const okno_rdf_term *object);

typedef enum okno_rdf_end {
  OKNO_RDF_READ,
  /// The text breaks the syntax: see `okno_rdf_mistake`.
  OKNO_RDF_MALFORMED,
  /// The sink wanted no more.
  OKNO_RDF_STOPPED,
  /// libraptor2 is not installed or cannot start.
  OKNO_RDF_NO_LIBRARY,
} okno_rdf_end;

/// The first mistake in a text.
typedef struct okno_rdf_mistake {
  /// From 1; 0 where it is not known.
  int line;
  char text[256];
} okno_rdf_mistake;

/// Reads a document; `base` is what relative IRIs are relative to. From any thread, one at a time.
okno_rdf_end okno_rdf_read(
  okno_rdf_syntax syntax, const unsigned char *bytes, size_t count, const char *base,
  okno_rdf_sink sink, void *context, okno_rdf_mistake *mistake);
