// Where the package's programs are, seen from a test.

internal import Glibc

package enum BuiltProduct {
  /// The path of a product that was built together with the running tests. `OKNO_TEST_PRODUCTS` names
  /// another folder, to test an installed program.
  package static func path(_ name: String) -> String { folder + "/" + name }

  private static let folder: String = {
    if let given = getenv("OKNO_TEST_PRODUCTS") { return String(cString: given) }
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[..<$0] } ?? []
    return String(decoding: folder, as: UTF8.self)
  }()
}
