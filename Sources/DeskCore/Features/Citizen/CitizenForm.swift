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
  /// As the form was opened, or as the card is in the store by now.
  package private(set) var original: Entries
  /// The card that is being changed; absent for a new one.
  package private(set) var editing: Citizen?
  /// The refused operation in whose place the card is sent.
  package private(set) var amending: Operation.ID?
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

  package init(editing citizen: Citizen, amending operation: Operation.ID? = nil) {
    amending = operation
    entries = Entries(citizen.details)
    original = entries
    editing = citizen
    text = TextField(entries[.surname])
  }

  package init(resumed draft: Draft.Form) {
    entries = draft.entries
    original = draft.editing.map { Entries($0.details) } ?? Entries()
    editing = draft.editing
    text = TextField(entries[.surname])
  }

  /// Somebody else has changed the card: their fields come in where the clerk typed nothing, and a
  /// field that both changed shows theirs beside it.
  mutating func rebase(on current: Citizen) {
    let theirs = Entries(current.details)
    for field in Field.allCases where theirs[field] != original[field] {
      if entries[field] == original[field] {
        entries[field] = theirs[field]
      } else if entries[field] != theirs[field] {
        problems[field] = .changedMeanwhile(theirs[field])
      }
    }
    original = theirs
    editing = current
    text = TextField(field == .audience ? "" : entries[field])
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
  package init(guessedFrom text: String, today: CalendarDate) {
    let words = text.split(separator: " ")
    let names = words.filter { !$0.contains(where: \.isNumber) && $0.contains(where: \.isLetter) }
      .map(capitalised)
    surname = names.first ?? ""
    givenName = names.count > 1 ? names[1] : ""
    patronymic = names.dropFirst(2).joined(separator: " ")
    let numbers = words.filter { !$0.contains(where: \.isLetter) }
    let number = numbers.joined(separator: " ")
    if let read = SNILS(number) {
      snils = read.description
    } else if numbers.count == 1, let date = dateFromTyping(number, today: today) {
      birthDate = typed(date)
    } else if let read = Phone(number), read.digits.first == "7" || number.contains("+") {
      phone = read.description
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
    // A date typed into the wrong field; the name of a business may well have digits.
    for field in [CitizenForm.Field.surname, .givenName, .patronymic]
    where audience != .business && self[field].contains(where: \.isNumber) {
      problems[field] = .digitInName
    }
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
