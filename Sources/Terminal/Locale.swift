// The process's locale: C libraries (ncurses, libc's widths) take it from there.

internal import CPlatform

package enum ProcessLocale {
  package enum Outcome: Hashable, Sendable {
    /// The environment's locale is UTF-8.
    case own
    /// It is not: characters follow `C.utf8`.
    case fallback
  }

  /// Sets it from the environment; numbers stay in the C form. Call first in `main`, before any thread.
  @discardableResult
  package static func set() throws(TerminalError) -> Outcome {
    switch okno_set_locale() {
    case OKNO_LOCALE_OWN: return .own
    case OKNO_LOCALE_FALLBACK: return .fallback
    default: throw .noUTF8Locale
    }
  }
}
