internal import CResources
package import JSON5
package import Training

/// The lessons that are part of the program, in the order in which they are taught.
package enum LessonLibrary {
  package static func lessons() throws(JSON5Error) -> [Lesson] {
    var lessons: [Lesson] = []
    for document in try documents() { lessons.append(try document.decode(Lesson.self)) }
    return lessons
  }

  /// - Returns: `nil` where there is none of that name.
  package static func lesson(named name: String) throws(JSON5Error) -> Lesson? {
    guard let resource = resources().first(where: { self.name(of: $0) == name + ending }) else {
      return nil
    }
    return try document(resource).decode(Lesson.self)
  }

  package static var names: [String] {
    resources().map { String(name(of: $0).dropLast(ending.count)) }
  }

  /// The files, for a lint.
  package static func documents() throws(JSON5Error) -> [JSON5Document] {
    var documents: [JSON5Document] = []
    for resource in resources() { documents.append(try document(resource)) }
    return documents
  }

  /// The bytes of each, for a test that compares them with the source tree.
  package static var files: [(name: String, bytes: [UInt8])] {
    resources().map { (name(of: $0), bytes(of: $0)) }
  }

  private static let ending = ".json5"

  private static func document(_ resource: okno_resource) throws(JSON5Error) -> JSON5Document {
    try JSON5Document(name: name(of: resource), bytes: bytes(of: resource))
  }

  private static func resources() -> [okno_resource] {
    (0..<okno_resource_count()).map { okno_resource_at($0) }
      .filter { String(cString: $0.group) == "training/lessons" }
  }

  private static func name(of resource: okno_resource) -> String { String(cString: resource.name) }

  private static func bytes(of resource: okno_resource) -> [UInt8] {
    Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
  }
}
