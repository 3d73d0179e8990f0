// The proxy's one thread: poll, read, wait out the pause, write.

internal import Glibc

struct ProxyLoop {
  let listener: Int32
  let server: UInt16
  /// Of each direction, in microseconds.
  let pause: Int64
  let control: Control

  func run() {
    var pairs: [Pair] = []
    while true {
      let wishes = control.now
      if wishes.ends || wishes.isCut { pairs = [] }
      if wishes.ends { return }
      wait(pairs)
      control.clear()
      accept(into: &pairs, refusing: wishes.isCut)
      for pair in pairs { pair.move(at: now(), pause, control) }
      pairs.removeAll { $0.isOver }
    }
  }

  private func wait(_ pairs: [Pair]) {
    var watched = [
      pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
      pollfd(fd: control.wakeUp, events: Int16(POLLIN), revents: 0),
    ]
    watched += pairs.flatMap { pair in
      pair.ways.filter { !$0.hasEnded }.map {
        pollfd(fd: $0.from, events: Int16(POLLIN), revents: 0)
      }
    }
    let due = pairs.flatMap { $0.ways.compactMap(\.due) }.min()
    // Rounded up, so that it does not turn in place until the moment comes.
    let timeout = due.map { Int32(clamping: (max(0, $0 - now()) + 999) / 1000) } ?? -1
    poll(&watched, nfds_t(watched.count), timeout)
  }

  private func accept(into pairs: inout [Pair], refusing: Bool) {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { return }
      guard !refusing, let far = Sockets.connect(to: server) else {
        close(client)
        continue
      }
      Sockets.setUp(client)
      pairs.append(Pair(client, far))
    }
  }

  private func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}

/// A client's connection and the one to the server that stands for it.
private final class Pair {
  let ways: [Way]

  init(_ client: Int32, _ server: Int32) {
    ways = [Way(from: client, to: server), Way(from: server, to: client)]
  }

  deinit { for way in ways { close(way.from) } }

  var isOver: Bool {
    ways.contains { $0.isBroken } || ways.allSatisfy { $0.hasEnded && $0.due == nil }
  }

  func move(at now: Int64, _ pause: Int64, _ control: Control) {
    for way in ways {
      way.read(at: now + pause, control)
      way.write(at: now)
    }
  }
}

/// One direction.
private final class Way {
  let from: Int32
  private let to: Int32
  private var waiting: [(due: Int64, bytes: [UInt8])] = []
  private(set) var hasEnded = false
  private(set) var isBroken = false

  init(from: Int32, to: Int32) {
    self.from = from
    self.to = to
  }

  /// When the next bytes have to go on.
  var due: Int64? { waiting.first?.due }

  func read(at due: Int64, _ control: Control) {
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    while !hasEnded {
      let count = Glibc.read(from, &chunk, chunk.count)
      if count > 0 {
        waiting.append((due, Array(chunk[..<count])))
        control.count(count)
      } else if count == 0 {
        hasEnded = true
        waiting.append((due, []))
      } else {
        if errno != EAGAIN { isBroken = true }
        return
      }
    }
  }

  func write(at now: Int64) {
    while let next = waiting.first, next.due <= now {
      guard !next.bytes.isEmpty else {
        shutdown(to, Int32(SHUT_WR))
        waiting.removeFirst()
        continue
      }
      let count = send(to, next.bytes, next.bytes.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else {
        // A full socket is tried again in a moment.
        if errno == EAGAIN { waiting[0].due = now + 500 } else { isBroken = true }
        return
      }
      if count == next.bytes.count {
        waiting.removeFirst()
      } else {
        waiting[0].bytes.removeFirst(count)
      }
    }
  }
}

enum Sockets {
  /// Never waits, and is no child's business.
  static func setUp(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  static func listen() throws(ProxyError) -> (descriptor: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw ProxyError(call: "socket", code: errno) }
    setUp(listener)
    var place = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && Glibc.listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isOpen else { throw ProxyError(call: "bind", code: errno) }
    return (listener, UInt16(bigEndian: place.sin_port))
  }

  /// `nil` where nobody listens. Waits for no more than the loopback needs.
  static func connect(to port: UInt16) -> Int32? {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard server >= 0 else { return nil }
    var place = loopback(port)
    let isConnected = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else {
      close(server)
      return nil
    }
    var on: Int32 = 1
    setsockopt(server, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    setUp(server)
    return server
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    return place
  }
}
