// What prints.

internal import Domain
internal import JSON5

extension ConfigurationKey {
  /// A command of the shell that prints what comes on its standard input.
  static func printing(
    _ name: String, _ path: any WritableKeyPath<Configuration, String?> & Sendable,
    _ meaning: LocalizedText
  ) -> ConfigurationKey {
    ConfigurationKey(
      name: name, meaning: meaning,
      allowed: LocalizedText(
        ru: "команда в кавычках, не длиннее 1000 знаков, или null",
        en: "a command in quotes of at most 1000 characters, or null"),
      standard: "\"lp\"",
      read: { value, configuration in
        if case .null = value {
          configuration[keyPath: path] = nil
          return true
        }
        guard case .text(let command) = value, !command.isEmpty, command.count <= 1000 else {
          return false
        }
        configuration[keyPath: path] = command
        return true
      })
  }
}
