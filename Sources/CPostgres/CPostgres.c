// libpq, loaded when it is first called and not when the program starts: it brings forty libraries of
// its own, which would take longer than the desk takes to its first frame, and most starts of Okno
// never speak to a central store.

#include "CPostgres.h"
#include <dlfcn.h>
#include <pthread.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL); }

static void *symbol(const char *name) {
  pthread_once(&once, load);
  return library ? dlsym(library, name) : NULL;
}

// A function of libpq; where the library is missing, `absent`.
#define LAZY(type, name, parameters, arguments, absent)                                            \
  type name parameters {                                                                           \
    static type(*_Atomic found) parameters;                                                        \
    type(*function) parameters = found;                                                            \
    if (!function) {                                                                               \
      *(void **)&function = symbol(#name);                                                         \
      found = function;                                                                            \
    }                                                                                              \
    return function ? function arguments : absent;                                                 \
  }
// The same for one that answers nothing.
#define LAZY_VOID(name, parameters, arguments)                                                     \
  void name parameters {                                                                           \
    static void (*_Atomic found) parameters;                                                       \
    void (*function) parameters = found;                                                           \
    if (!function) {                                                                               \
      *(void **)&function = symbol(#name);                                                         \
      found = function;                                                                            \
    }                                                                                              \
    if (function) function arguments;                                                              \
  }

static char missing[] = "libpq.so.5 cannot be loaded\n";

LAZY(PGconn *, PQconnectStartParams,
     (const char *const *keywords, const char *const *values, int expand),
     (keywords, values, expand), NULL)
LAZY(PostgresPollingStatusType, PQconnectPoll, (PGconn *conn), (conn), PGRES_POLLING_FAILED)
LAZY(ConnStatusType, PQstatus, (const PGconn *conn), (conn), CONNECTION_BAD)
LAZY(char *, PQerrorMessage, (const PGconn *conn), (conn), missing)
LAZY(int, PQsocket, (const PGconn *conn), (conn), -1)
LAZY(int, PQsslInUse, (PGconn *conn), (conn), 0)
LAZY(int, PQconnectionNeedsPassword, (const PGconn *conn), (conn), 0)
LAZY(int, PQconnectionUsedPassword, (const PGconn *conn), (conn), 0)
LAZY_VOID(PQfinish, (PGconn *conn), (conn))
LAZY(PQconninfoOption *, PQconninfoParse, (const char *text, char **message), (text, message), NULL)
LAZY_VOID(PQconninfoFree, (PQconninfoOption *options), (options))
LAZY(char *, PQencryptPasswordConn,
     (PGconn *conn, const char *password, const char *user, const char *algorithm),
     (conn, password, user, algorithm), NULL)
LAZY_VOID(PQfreemem, (void *memory), (memory))
LAZY(PGcancel *, PQgetCancel, (PGconn *conn), (conn), NULL)
LAZY(int, PQcancel, (PGcancel *cancel, char *message, int room), (cancel, message, room), 0)
LAZY_VOID(PQfreeCancel, (PGcancel *cancel), (cancel))
LAZY(int, PQsetnonblocking, (PGconn *conn, int wanted), (conn, wanted), -1)
LAZY(int, PQenterPipelineMode, (PGconn *conn), (conn), 0)
LAZY(int, PQexitPipelineMode, (PGconn *conn), (conn), 0)
LAZY(int, PQpipelineSync, (PGconn *conn), (conn), 0)
LAZY(int, PQconsumeInput, (PGconn *conn), (conn), 0)
LAZY(int, PQisBusy, (PGconn *conn), (conn), 0)
LAZY(int, PQflush, (PGconn *conn), (conn), -1)
LAZY(PGresult *, PQgetResult, (PGconn *conn), (conn), NULL)
LAZY(int, PQgetCopyData, (PGconn *conn, char **buffer, int async), (conn, buffer, async), -2)
LAZY(PGresult *, PQexec, (PGconn *conn, const char *query), (conn, query), NULL)
LAZY(PGresult *, PQexecParams,
     (PGconn *conn, const char *command, int count, const Oid *types, const char *const *values,
      const int *lengths, const int *formats, int format),
     (conn, command, count, types, values, lengths, formats, format), NULL)
LAZY(int, PQsendQuery, (PGconn *conn, const char *query), (conn, query), 0)
LAZY(int, PQsendQueryParams,
     (PGconn *conn, const char *command, int count, const Oid *types, const char *const *values,
      const int *lengths, const int *formats, int format),
     (conn, command, count, types, values, lengths, formats, format), 0)
LAZY(ExecStatusType, PQresultStatus, (const PGresult *result), (result), PGRES_FATAL_ERROR)
LAZY(char *, PQresultErrorField, (const PGresult *result, int field), (result, field), NULL)
LAZY(int, PQntuples, (const PGresult *result), (result), 0)
LAZY(int, PQnfields, (const PGresult *result), (result), 0)
LAZY(int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column), 1)
LAZY(int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column), 0)
LAZY(char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column), NULL)
LAZY(char *, PQcmdTuples, (PGresult *result), (result), missing)
LAZY_VOID(PQclear, (PGresult *result), (result))
LAZY(PGVerbosity, PQsetErrorVerbosity, (PGconn *conn, PGVerbosity verbosity), (conn, verbosity),
     PQERRORS_DEFAULT)
LAZY(PQnoticeProcessor, PQsetNoticeProcessor,
     (PGconn *conn, PQnoticeProcessor processor, void *argument), (conn, processor, argument), NULL)
