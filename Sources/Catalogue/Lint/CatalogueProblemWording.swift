internal import Domain

extension CatalogueProblem {
  /// How a problem is told.
  struct Wording {
    let code: String
    let severity: CatalogueFinding.Severity
    let statement: String
    let advice: String

    init(
      _ code: String, _ severity: CatalogueFinding.Severity, _ statement: String,
      do advice: String
    ) {
      self.code = code
      self.severity = severity
      self.statement = statement
      self.advice = advice
    }
  }

  var wording: Wording {
    switch self {
    // The file
    case .unreadable(let reason):
      Wording(
        "unreadable", .error, "cannot be read: \(reason)",
        do: "a catalogue is a folder with Documents, Services and Situations in it")
    case .syntax(let reason):
      Wording("syntax", .error, reason, do: "mend the JSON5")
    case .wrongShape(let reason):
      Wording("wrong-shape", .error, reason, do: "compare with the pattern in docs/catalogue.md")
    case .unknownKey(let reason):
      Wording("unknown-key", .error, reason, do: "rename or remove the key")
    case .duplicateKey(let reason):
      Wording("duplicate-key", .error, reason, do: "keep one of the two")
    case .fileNameDiffers(let id):
      Wording(
        "file-name", .error, "the situation in this file is \(id)", do: "name it \(id).json5")
    case .missingSituation(let id):
      Wording("missing-situation", .error, "\(id) is missing", do: "write \(id).json5")

    // Ids
    case .malformedID(let id):
      Wording(
        "malformed-id", .error, "\"\(id)\" is no id",
        do: "write lower-case Latin words and digits with hyphens between them")
    case .duplicateID(let id, let first):
      Wording(
        "duplicate-id", .error, "\(id) is there already, at \(first)",
        do: "remove one of the two, or give it an id of its own")
    case .sameTitle(let title, let first):
      Wording(
        "same-title", .warning, "«\(title)» is the title of another entry too, at \(first)",
        do: "make one entry of the two, or say in the title how they differ")
    case .unknownDocument(let id, let hint):
      Wording(
        "unknown-document", .error, "there is no document \(id)\(hint)",
        do: "correct the id, or describe the document in Documents")
    case .unknownService(let id, let hint):
      Wording(
        "unknown-service", .error, "there is no service \(id)\(hint)",
        do: "correct the id, or describe the service in Services")
    case .unlinkedService(let id):
      Wording(
        "unlinked-service", .error, "no situation leads to \(id)",
        do: "list it in a situation, or remove it")
    case .unneededDocument(let id):
      Wording(
        "unneeded-document", .warning, "no service needs \(id)",
        do: "name it in a service, or remove it")

    // A service
    case .askedForInteragency(let id):
      Wording(
        "asked-for-interagency", .error,
        "\(id) is fetched by the state and must not be asked for (Federal Law 210-FZ, article 7)",
        do: "leave out `origin`, or name another document that only the citizen has")
    case .documentListedTwice(let id):
      Wording(
        "document-listed-twice", .error, "\(id) is listed twice", do: "keep one and join the notes")
    case .choiceOfOne(let word):
      Wording(
        "choice-of-one", .error, "«\(word)» is no choice: no other document has it",
        do: "give the other documents of the choice the same `one_of`, or leave it out")
    case .choiceOfFetched(let id):
      Wording(
        "choice-of-fetched", .error, "\(id) is fetched by the state and cannot be chosen",
        do: "leave `one_of` out of it")
    case .oddFee(let kopecks):
      Wording(
        "odd-fee", .error, "a fee of \(kopecks) kopecks is no whole number of roubles",
        do: "write 100 kopecks for each rouble, or leave the fee out when it is not sure")
    case .oddTerm(let count):
      Wording("odd-term", .error, "\(count) is no term", do: "write a number of at least 1")
    case .withoutLegalBasis:
      Wording(
        "without-legal-basis", .warning, "no act is named", do: "name the act on which it rests")
    case .titleTooLongForLists(let most):
      Wording(
        "title-too-long-for-lists", .warning, "a list has no room for more than \(most) characters",
        do: "add `short`: the name a clerk would say, in both languages")
    case .shortNameTooLong(let most):
      Wording(
        "short-name-too-long", .error, "the short name has more than \(most) characters",
        do: "shorten it: it is what a list of 80 columns shows")

    // A situation
    case .serviceListedTwice(let id):
      Wording("service-listed-twice", .error, "\(id) is listed twice", do: "keep one")
    case .sameNameInList(let name, let first):
      Wording(
        "same-name-in-list", .error, "«\(name)» is the name of \(first) in this list too",
        do: "give one of the two a `short` that says how they differ")
    case .afterUnlisted(let id):
      Wording(
        "after-unlisted", .error, "`after` names \(id), which this situation does not list",
        do: "list it above, or take it out of `after`")
    case .afterComesLater(let id):
      Wording(
        "after-comes-later", .error, "`after` names \(id), which does not stand above",
        do: "put the services in the order in which they are done")
    case .deadlineWithoutEvent:
      Wording(
        "deadline-without-event", .error, "a deadline, but no event from which it is counted",
        do: "add `event` to the situation, or take the deadline out")
    case .deadlineServiceUnlisted(let id):
      Wording(
        "deadline-service-unlisted", .error,
        "the deadline is for \(id), which this situation does not list",
        do: "list the service, or leave `service` out")

    // Facts
    case .reviewedInFuture(let date, let today):
      Wording(
        "reviewed-in-future", .warning, "reviewed on \(date), but today is \(today)",
        do: "write the day on which a person compared the entry, or set the clock")
    case .doubtfulAddress(let address):
      Wording(
        "doubtful-address", .error, "\"\(address)\" is no address",
        do: "write an address that starts with https:// or name the act")
    case .citedDifferently(let act, let first):
      Wording(
        "cited-differently", .warning, "\(act) is cited in other words at \(first)",
        do: "cite an act in the same words everywhere")

    // Facts, figures and rules
    case .advice(let problem): problem.wording

    // The production calendar
    case .calendar(let problem): problem.wording

    // Words
    case .emptyText:
      Wording("empty-text", .error, "an empty text", do: "write it, or remove the key")
    case .emptyList(let key):
      Wording("empty-list", .error, "`\(key)` is empty", do: "name at least one")
    case .fewWords(let key, let count, let wanted):
      Wording(
        "few-words", .warning, "`\(key)` has \(count)",
        do: "think of at least \(wanted) ways in which people say it")
    case .repeatedWord(let word):
      Wording("repeated-word", .warning, "«\(word)» is listed twice", do: "keep one")
    case .notLowerCase(let word):
      Wording(
        "not-lower-case", .warning, "«\(word)» has capitals", do: "write search words in lower case"
      )
    case .missingEnglish:
      Wording("missing-english", .warning, "no English", do: "add `en`")
    case .untranslated(let word):
      Wording(
        "untranslated", .warning, "«\(word)» in an English text", do: "translate or transcribe it")
    case .mixedAlphabets(let word):
      Wording(
        "mixed-alphabets", .error, "«\(word)» has letters of the wrong alphabet",
        do: "type it again in one alphabet: a search would not find it")
    case .lineBreak:
      Wording("line-break", .error, "a line break in a text", do: "write it on one line")
    case .loneSpaces:
      Wording(
        "lone-spaces", .warning, "two spaces together, or one at an end", do: "remove the space")
    case .straightQuotes:
      Wording("straight-quotes", .warning, "straight quotes in Russian", do: "write « and »")
    case .hyphenForDash:
      Wording("hyphen-for-dash", .warning, "a hyphen between spaces", do: "write — instead")
    case .hardToRead(let ease, let least):
      Wording(
        "hard-to-read", .warning,
        "reads at \(ease), and \(least) is the least (the plainer, the more)",
        do: "take shorter words, verbs instead of nouns, and shorter sentences")
    case .longSentence(let words, let most):
      Wording(
        "long-sentence", .warning, "a sentence of \(words) words, and \(most) are the most",
        do: "make two of it")
    }
  }
}
