package import Domain

/// What can be wrong in a catalogue. The words are in `CatalogueProblem.wording`.
package enum CatalogueProblem: Hashable, Sendable {
  // The file
  case unreadable(reason: String)
  case syntax(reason: String)
  /// A key is missing, or a value is not of the kind or none of the values that may stand there.
  case wrongShape(reason: String)
  case unknownKey(reason: String)
  case duplicateKey(reason: String)
  case fileNameDiffers(id: String)
  case missingSituation(LifeSituation.ID)

  // Ids
  case malformedID(String)
  case duplicateID(String, first: String)
  case sameTitle(String, first: String)
  case unknownDocument(Document.ID, hint: String)
  case unknownService(Service.ID, hint: String)
  case unlinkedService(Service.ID)
  case unneededDocument(Document.ID)

  // A service
  case askedForInteragency(Document.ID)
  case documentListedTwice(Document.ID)
  /// The only document with this word for a choice.
  case choiceOfOne(String)
  /// What the state fetches, among papers of which the citizen brings one.
  case choiceOfFetched(Document.ID)
  case oddFee(kopecks: Int)
  case oddTerm(count: Int)
  case withoutLegalBasis
  /// A title for which lists have no room, and no short name.
  case titleTooLongForLists(mostCharacters: Int)
  case shortNameTooLong(mostCharacters: Int)

  // A situation
  case serviceListedTwice(Service.ID)
  /// Two services that its list can show under one name.
  case sameNameInList(String, first: Service.ID)
  case afterUnlisted(Service.ID)
  case afterComesLater(Service.ID)
  case deadlineWithoutEvent
  case deadlineServiceUnlisted(Service.ID)

  // Facts
  case reviewedInFuture(CalendarDate, today: CalendarDate)
  case doubtfulAddress(String)
  case citedDifferently(String, first: String)

  // Facts, figures and rules
  case advice(AdviceProblem)

  // The production calendar
  case calendar(CalendarProblem)

  // Words
  case emptyText
  case emptyList(String)
  case fewWords(key: String, count: Int, wanted: Int)
  case repeatedWord(String)
  case notLowerCase(String)
  case missingEnglish
  case untranslated(word: String)
  case mixedAlphabets(word: String)
  case lineBreak
  case loneSpaces
  case straightQuotes
  case hyphenForDash
  /// The ease of reading by `RussianProse`.
  case hardToRead(ease: Int, least: Int)
  case longSentence(words: Int, most: Int)
}
