// A citizen's data on their way in: one JSON object, or answers at a keyboard. Never from the command
// line, and no value is repeated in a message.

internal import DeskCore
internal import Domain
internal import JSON5

struct CitizenInput {
  private static let largestInput = 64 << 10

  private let session: Session

  init(_ session: Session) { self.session = session }

  func details() throws(Failure) -> CitizenDetails {
    let details = session.console.isInteractive ? asked() : try read()
    guard !details.surname.isEmpty else {
      throw .badData(
        "bad_input", ru: "нужна фамилия или название организации (surname)",
        en: "a surname or the name of a business is needed (surname)")
    }
    return details
  }

  // MARK: - A JSON object

  private struct Fields: Decodable {
    var audience: String?
    var surname: String?
    var given_name: String?
    var patronymic: String?
    var birth_date: String?
    var snils: String?
    var phone: String?

    static let names = [
      "audience", "surname", "given_name", "patronymic", "birth_date", "snils", "phone",
    ]
  }

  private func read() throws(Failure) -> CitizenDetails {
    let bytes = try session.console.readInput(Self.largestInput)
    let fields: Fields
    do throws(JSON5Error) {
      let document = try JSON5Document(name: "stdin", bytes: bytes)
      let shape = JSON5Shape.object(
        Dictionary(uniqueKeysWithValues: Fields.names.map { ($0, .any) }))
      if let fault = (document.unknownKeys(in: shape) + document.duplicateKeys()).first {
        throw fault
      }
      fields = try document.decode(Fields.self)
    } catch {
      throw .badData(
        "bad_input",
        ru: "на входе нужен один объект JSON с ключами "
          + "\(Fields.names.joined(separator: ", ")): \(error.text(.ru))",
        en: "standard input must be one JSON object with the keys "
          + "\(Fields.names.joined(separator: ", ")): \(error.description)")
    }
    return try details(fields)
  }

  private func details(_ fields: Fields) throws(Failure) -> CitizenDetails {
    CitizenDetails(
      audience: try value("audience", fields.audience, .person, kind: Self.audiences) {
        Audience(rawValue: $0)
      },
      surname: Self.trimmed(fields.surname), givenName: Self.trimmed(fields.given_name),
      patronymic: Self.trimmed(fields.patronymic),
      birthDate: try value("birth_date", fields.birth_date, nil, kind: Self.days, birthDate),
      snils: try value("snils", fields.snils, nil, kind: Self.snils) { SNILS($0) },
      phone: try value("phone", fields.phone, nil, kind: Self.phones) { Phone($0) })
  }

  private func value<Value>(
    _ name: String, _ text: String?, _ absent: Value, kind: LocalizedText,
    _ read: (String) -> Value?
  ) throws(Failure) -> Value {
    let text = Self.trimmed(text)
    if text.isEmpty { return absent }
    guard let value = read(text) else {
      throw .badData(
        "bad_input", ru: "\(name): значение не подходит; нужно: \(kind(.ru))",
        en: "\(name): the value does not fit; wanted: \(kind(.en))")
    }
    return value
  }

  private func birthDate(_ text: String) -> CalendarDate? {
    let today = session.now.date(offset: session.offset)
    guard let date = dateFromTyping(text, today: today) else { return nil }
    return date.year >= DateLimits.firstYear && date <= today ? date : nil
  }

  // MARK: - Answers at a keyboard

  private func asked() -> CitizenDetails {
    CitizenDetails(
      surname: text("Фамилия", "Surname"), givenName: text("Имя", "Given name"),
      patronymic: text("Отчество", "Patronymic"),
      birthDate: answer("Дата рождения", "Birth date", Self.days, birthDate),
      snils: answer("СНИЛС", "SNILS", Self.snils) { SNILS($0) },
      phone: answer("Телефон", "Phone", Self.phones) { Phone($0) })
  }

  private func text(_ ru: String, _ en: String) -> String {
    session.console.complain(session.words(ru, en) + ": ")
    return Self.trimmed(session.console.readLine())
  }

  /// Asks until the answer fits, is empty, or the input ends.
  private func answer<Value>(
    _ ru: String, _ en: String, _ kind: LocalizedText, _ read: (String) -> Value?
  ) -> Value? {
    while true {
      let text = text(ru, en)
      if text.isEmpty { return nil }
      if let value = read(text) { return value }
      session.console.complain(
        session.words("  нужно: ", "  wanted: ") + kind(session.language) + "\n")
    }
  }

  private static let audiences = LocalizedText(
    ru: Audience.allCases.map(\.rawValue).joined(separator: ", "))
  private static let days = LocalizedText(
    ru: "день с 1900 года по сегодняшний, 1990-03-12 или 12.03.1990",
    en: "a day from 1900 to today, 1990-03-12 or 12.03.1990")
  private static let snils = LocalizedText(
    ru: "одиннадцать цифр с верным контрольным числом",
    en: "eleven digits with a correct check number")
  private static let phones = LocalizedText(ru: "10–15 цифр телефона", en: "10 to 15 digits")

  private static func trimmed(_ text: String?) -> String {
    let text = (text ?? "").drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
