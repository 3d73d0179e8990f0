// From a file to a configuration.

package import Domain
internal import Glibc
internal import JSON5

/// Where the configuration is looked for: the option's file, then the user's, then the machine's.
package struct ConfigurationPlaces: Hashable, Sendable {
  /// Named by a person: it must be there.
  package var named: String?
  /// The first of these that exists is read.
  package var usual: [String]

  package init(named: String?, usual: [String]) {
    self.named = named
    self.usual = usual
  }

  /// The file that counts; `nil` where there is none and the defaults hold.
  package var found: String? {
    named ?? usual.first { Glibc.access($0, F_OK) == 0 }
  }
}

extension Configuration {
  /// Reads the first file of `places`, and the defaults where there is none. Every key that is
  /// unknown, twice there or has a wrong value throws.
  package static func read(
    _ places: ConfigurationPlaces
  ) throws(ConfigurationError) -> Configuration {
    guard let path = places.found else { return Configuration() }
    return try Configuration(file: path)
  }

  package init(file path: String) throws(ConfigurationError) {
    do throws(JSON5Error) {
      try self.init(JSON5Document(file: path))
    } catch {
      throw ConfigurationError(error)
    }
  }

  package init(name: String, text: String) throws(ConfigurationError) {
    do throws(JSON5Error) {
      try self.init(JSON5Document(name: name, text: text))
    } catch {
      throw ConfigurationError(error)
    }
  }

  private init(_ document: JSON5Document) throws(JSON5Error) {
    self.init()
    guard case .object(let members) = document.root.content else {
      throw document.error(at: [], "an object { } is wanted here, not \(document.root.kind)")
    }
    let shape = JSON5Shape.object(
      Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.name, .any) }))
    if let fault = (document.unknownKeys(in: shape) + document.duplicateKeys()).first {
      throw fault
    }
    for member in members {
      guard let key = ConfigurationKey.all.first(where: { $0.name == member.key }) else { continue }
      guard key.read(member.value.content, &self) else {
        throw document.error(at: [.key(key.name)], Self.refused)
      }
    }
  }

  /// Marks a value that its key refuses, until the message is made.
  fileprivate static let refused = "value refused"
}

extension ConfigurationError {
  /// For a value that only another part of the program can judge: the place is where the key stands.
  package init(file: String, key: String, problem: LocalizedText) {
    let document = try? JSON5Document(file: file)
    self.init(file: file, line: document?.line(of: [.key(key)]) ?? 0, key: key, problem: problem)
  }

  fileprivate init(_ error: JSON5Error) {
    var key = ""
    if case .key(let name) = error.path.first { key = name }
    let known = ConfigurationKey.all.first { $0.name == key }
    let problem: LocalizedText
    if let known, error.problem == Configuration.refused {
      problem = LocalizedText(
        ru: "недопустимое значение; допустимо: \(known.allowed(.ru))",
        en: "the value is not allowed; allowed: \(known.allowed(.en))")
    } else if !key.isEmpty, known == nil {
      let names = ConfigurationKey.all.map(\.name).joined(separator: ", ")
      problem = LocalizedText(
        ru: "неизвестный ключ; есть ключи: \(names)", en: "\(error.problem); the keys are: \(names)"
      )
    } else if known != nil {
      problem = LocalizedText(ru: "ключ повторяется (\(error.problem(.ru)))", en: error.problem)
    } else {
      problem = LocalizedText(ru: "файл не читается (\(error.problem(.ru)))", en: error.problem)
    }
    self.init(file: error.file, line: error.line, key: key, problem: problem)
  }
}
