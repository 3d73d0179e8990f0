// The form of a citizen's card: what is typed, and whether it can be saved.

package import Domain

package struct CitizenForm: Hashable, Sendable {
  package enum Field: Int, CaseIterable, Hashable, Sendable {
    case audience, surname, givenName, patronymic, birthDate, snils, phone
  }

  /// The fields as they are typed.
  package struct Entries: Hashable, Sendable, Codable {
    package var audience: Audience = .person
    package var surname = ""
    package var givenName = ""
    package var patronymic = ""
    package var birthDate = ""
    package var snils = ""
    package var phone = ""

    package init() {}
  }

  package var entries: Entries
  /// As the form was opened.
  package let original: Entries
  /// The card that is being changed; absent for a new one.
  package let editing: Citizen?
  package var field: Field = .surname
  /// The field in focus, being edited.
  package var text: TextField
  package var problems: [Field: Problem] = [:]
  /// Cards that may be of the same person; shown before a second one is made.
  package var duplicates: [Citizen] = []
  package var duplicateSelection = 0

  package init(entries: Entries) {
    self.entries = entries
    original = Entries()
    editing = nil
    field = Field.allCases.first { entries[$0].isEmpty } ?? .surname
    text = TextField(entries[field])
  }

  package init(editing citizen: Citizen) {
    entries = Entries(citizen.details)
    original = entries
    editing = citizen
    text = TextField(entries[.surname])
  }
}

extension CitizenForm.Entries {
  package init(_ details: CitizenDetails) {
    audience = details.audience
    surname = details.surname
    givenName = details.givenName
    patronymic = details.patronymic
    birthDate = details.birthDate.map(typed) ?? ""
    snils = details.snils?.description ?? ""
    phone = details.phone?.description ?? ""
  }

  /// Puts what was typed in the finder where it belongs: a number into its field, words into names.
  package init(guessedFrom text: String) {
    if let number = SNILS(text) {
      snils = number.description
    } else if text.contains(where: \.isNumber), let number = Phone(text) {
      phone = number.description
    } else if !text.contains(where: \.isNumber) {
      let words = text.split(separator: " ").map(capitalised)
      surname = words.first ?? ""
      givenName = words.count > 1 ? words[1] : ""
      patronymic = words.dropFirst(2).joined(separator: " ")
    }
  }

  package subscript(field: CitizenForm.Field) -> String {
    get {
      switch field {
      case .audience: audience.rawValue
      case .surname: surname
      case .givenName: givenName
      case .patronymic: patronymic
      case .birthDate: birthDate
      case .snils: snils
      case .phone: phone
      }
    }
    set {
      switch field {
      case .audience: audience = Audience(rawValue: newValue) ?? audience
      case .surname: surname = newValue
      case .givenName: givenName = newValue
      case .patronymic: patronymic = newValue
      case .birthDate: birthDate = newValue
      case .snils: snils = newValue
      case .phone: phone = newValue
      }
    }
  }

  /// The details, or what is wrong with each field.
  package func details(today: CalendarDate) -> Result<CitizenDetails, CitizenForm.Problems> {
    var problems: [CitizenForm.Field: Problem] = [:]
    let surname = trimmed(surname)
    if surname.isEmpty { problems[.surname] = .nameMissing }
    var details = CitizenDetails(
      audience: audience, surname: surname, givenName: trimmed(givenName),
      patronymic: trimmed(patronymic))
    if !trimmed(birthDate).isEmpty {
      details.birthDate = dateFromTyping(trimmed(birthDate), today: today)
      if let date = details.birthDate {
        if date > today { problems[.birthDate] = .dateInFuture }
      } else {
        problems[.birthDate] = .date
      }
    }
    if !trimmed(snils).isEmpty {
      details.snils = SNILS(trimmed(snils))
      if details.snils == nil { problems[.snils] = .snils }
    }
    if !trimmed(phone).isEmpty {
      details.phone = Phone(trimmed(phone))
      if details.phone == nil { problems[.phone] = .phone }
    }
    return problems.isEmpty ? .success(details) : .failure(CitizenForm.Problems(byField: problems))
  }
}

extension CitizenForm {
  /// What is wrong, field by field.
  package struct Problems: Error, Hashable, Sendable {
    package var byField: [Field: Problem]
  }
}

private func trimmed(_ text: String) -> String {
  text.split(separator: " ").joined(separator: " ")
}

/// «иванова» → «Иванова», «римский-корсаков» → «Римский-Корсаков»; capitals that were typed stay.
private func capitalised(_ word: Substring) -> String {
  word.split(separator: "-", omittingEmptySubsequences: false)
    .map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined(separator: "-")
}
