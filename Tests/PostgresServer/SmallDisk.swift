import Synchronization

/// A file system of a few megabytes, for tests of a full disk. It goes with this process.
package final class SmallDisk: Sendable {
  package let folder: String
  private let child: Mutex<ShellChild?>

  /// Mounting is not for everybody.
  package static let isPossible = (try? SmallDisk(megabytes: 1)) != nil

  /// Belongs to whom the servers run as.
  package init(megabytes: Int) throws {
    folder = try Shell.run("mktemp -d /tmp/okno-disk.XXXXXX")
    let child = try ShellChild(Self.script, [folder, String(megabytes)])
    guard child.line() == "ready" else {
      throw ScriptFailure(description: "\(folder) cannot be mounted")
    }
    self.child = Mutex(child)
  }

  private static let script = """
    if ! mount -t tmpfs -o "size=$2m,mode=700" okno-test "$1" 2>/dev/null; then rmdir "$1"; exit 1; fi
    if [ "$(id -u)" -eq 0 ]; then chown postgres: "$1"; fi
    echo ready
    exec >/dev/null 2>&1
    read -r _
    umount -l "$1"
    rmdir "$1"
    """

  /// Leaves no byte free.
  package func fill() throws {
    try Shell.run("cat /dev/zero >\"$1\"/filler 2>/dev/null || true", folder)
  }

  package func free() throws { try Shell.run("rm \"$1\"/filler", folder) }
}
