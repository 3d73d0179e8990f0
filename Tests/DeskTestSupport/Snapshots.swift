// Screens compared with files. Only RECORD_SNAPSHOTS=1 writes one, and writing fails the run: a
// changed fixture is evidence that a person has to look at.

package import Canvas
internal import DeskScreens
internal import FoundationEssentials
internal import Glibc
package import Testing

extension TestDesk {
  /// The screen equals the fixture `Snapshots/<name>.<profile>.<size>.txt` beside the test's file,
  /// where `name` is `<screen>/<case>`.
  @discardableResult
  package func expectScreen(
    named name: String, size: Size, profile: ScreenProfile = .truecolor,
    at location: SourceLocation = #_sourceLocation
  ) -> Self {
    resize(columns: size.columns, rows: size.rows, at: location)
    expectFrame(frame(profile), named: name, profile: profile, at: location)
    return self
  }
}

/// The frame equals the fixture `Snapshots/<name>.<profile>.<size>.txt` beside the test's file.
package func expectFrame(
  _ frame: Frame, named name: String, profile: ScreenProfile, at location: SourceLocation
) {
  let fixture = Fixture(
    name: "\(name).\(profile.rawValue).\(frame.size.columns)x\(frame.size.rows).txt",
    besides: location.filePath)
  fixture.expect(ScreenText.text(of: frame, depth: profile.depth), at: location)
}

private struct Fixture {
  let name: String
  let file: URL

  init(name: String, besides test: String) {
    self.name = name
    file = URL(filePath: test).deletingLastPathComponent()
      .appending(path: "Snapshots").appending(path: name)
  }

  func expect(_ text: String, at location: SourceLocation) {
    let stored = try? String(contentsOf: file, encoding: .utf8)
    guard stored != text else { return }
    guard getenv("RECORD_SNAPSHOTS") == nil else {
      record(text, at: location)
      return
    }
    Attachment.record(text, named: name.replacing("/", with: "-"), sourceLocation: location)
    let what = stored.map { firstDifference($0, text) } ?? "there is no such fixture"
    Issue.record(
      "\(name): \(what); look at it and record with RECORD_SNAPSHOTS=1", sourceLocation: location)
  }

  private func record(_ text: String, at location: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: location)
    } catch {
      Issue.record("cannot record \(file.path): \(error)", sourceLocation: location)
    }
  }

  private func firstDifference(_ stored: String, _ actual: String) -> String {
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let index else { return "\(new.count) lines instead of \(old.count)" }
    return "line \(index + 1)\n  fixture: \(old[index])\n  actual:  \(new[index])"
  }
}
