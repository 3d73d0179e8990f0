// Time zones by name. FoundationEssentials knows only distances from UTC (the names came with ICU), so
// the C library reads the system's zone files.

package import Domain
internal import Glibc

package enum TimeZone {
  /// Whether this machine knows the zone. Always true for `UTC`.
  package static func exists(_ name: String) -> Bool {
    if name == "UTC" { return true }
    let isPlain = name.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
        || "+-_/".utf8.contains(byte)
    }
    guard isPlain, !name.isEmpty, name.count <= 64, !name.hasPrefix("/") else { return false }
    var status = stat()
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    return stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Makes `name` the time zone of this process, `nil` the system's. Call it before any thread
  /// starts: the environment is one for the whole process.
  package static func adopt(_ name: String?) {
    if let name { setenv("TZ", name == "UTC" ? "UTC0" : ":\(name)", 1) }
    tzset()
  }

  /// The distance from UTC at a moment, in the process's time zone.
  package static func offset(at moment: Instant) -> TimeZoneOffset {
    var seconds = time_t((moment.milliseconds - (moment.milliseconds < 0 ? 999 : 0)) / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return .utc }
    return TimeZoneOffset(seconds: parts.tm_gmtoff)
  }
}
