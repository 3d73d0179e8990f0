import Glibc
import Testing

/// The export against the shapes of CPSV-AP, by the reference for SHACL. `make test` installs it
/// (`Scripts/require-pyshacl`); `ShapesTests` checks the same without.
@Suite struct PySHACLTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let program = "/\(root)/.build/pyshacl/bin/pyshacl"
  private static let isInstalled = access(program, X_OK) == 0

  @Test(.enabled(if: isInstalled, "Scripts/require-pyshacl"), arguments: ["out.ttl", "out.jsonld"])
  func theExportIsValid(_ name: String) throws {
    let shapes = "/\(Self.root)/Tests/CPSVAPTests/Fixtures/cpsv-ap-SHACL.ttl"
    let format = name.hasSuffix("ttl") ? "turtle" : "json-ld"
    let run = try Binary.shell(
      """
      cd "$HOME"; okno catalogue export --format cpsv-ap \(name) >&2 || exit 99
      '\(Self.program)' --shapes '\(shapes)' --data-file-format \(format) \(name)
      """, in: TestFolder())
    #expect(run.code == 0, "\(run.output.suffix(2000)) \(run.complaints)")
    #expect(run.output.contains("Conforms: True"))
  }
}
