// systemd hears how a service is by datagrams (sd_notify(3)); one socket call needs no library.

internal import Glibc

struct ServiceManager: Sendable {
  /// Absent where no service manager has started the program.
  private let address: String?

  init(_ environment: Environment) { address = environment["NOTIFY_SOCKET"] }

  /// Lines such as `READY=1`. A manager that does not listen is no reason to stop.
  func notify(_ lines: String) {
    guard let address, let name = socketName(address) else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var place = sockaddr_un()
    place.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: name) }
    let length = MemoryLayout<sockaddr_un>.offset(of: \.sun_path).map { $0 + name.count } ?? 0
    let bytes = Array(lines.utf8)
    _ = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(
          descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
      }
    }
  }

  /// A path, or a name in the abstract space, which begins with a zero byte instead of `@`.
  private func socketName(_ address: String) -> [UInt8]? {
    var name = Array(address.utf8)
    guard name.count > 1, name.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else {
      return nil
    }
    switch name[0] {
    case UInt8(ascii: "@"): name[0] = 0
    case UInt8(ascii: "/"): name.append(0)
    default: return nil
    }
    return name
  }
}
