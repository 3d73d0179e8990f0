import Catalogue
import Domain
import Testing

@Suite struct CatalogueLintTests {
  @Test func theSampleIsClean() {
    #expect(CatalogueLint.run(SampleCatalogue(), today: writtenOn) == [])
  }

  // MARK: The file

  @Test func aMistakeOfSyntaxHasItsLine() {
    expect(
      document: "origin: \"bring\" },", "origin: \"bring\" ", gives: .papers, 3,
      code: "syntax")
  }

  @Test func aMissingKeyIsNamed() {
    expect(
      service: "audience: [\"person\"],\n    channels: [\"centre\"],", "channels: [\"centre\"],",
      gives: .home, 2, code: "wrong-shape")
  }

  /// Neither in its file nor in the others is anything left unread.
  @Test func aMistakeHidesNoOther() {
    var catalogue = SampleCatalogue()
    catalogue.documents = catalogue.documents
      .replacing("\"bring\"", with: "\"brought\"").replacing("\"interagency\"", with: "\"asked\"")
    catalogue.services = catalogue.services.replacing("count: 8", with: "count: -8")
    let findings = CatalogueLint.run(catalogue, today: writtenOn)
    #expect(findings.map(\.code) == ["wrong-shape", "wrong-shape", "odd-term"])
    #expect(findings.map(\.line) == [2, 3, 11])
  }

  @Test func aMissingSourceIsNamed() {
    let finding = expect(
      situation: "source: \"https://www.gosuslugi.ru\", ", "", gives: .moving, 25,
      code: "wrong-shape")
    #expect(finding?.statement.contains("`source` is missing") == true)
  }

  @Test func aFeeNoteWithoutAFeeIsNamed() {
    expect(
      service: "fee: { kopecks: 0 }", "fee: { note: { ru: \"Разная\", en: \"Differs\" } }",
      gives: .home, 10, code: "wrong-shape")
  }

  @Test func aValueThatTheModelDoesNotKnowIsNamed() {
    expect(
      service: "unit: \"working_days\"", "unit: \"weeks\"", gives: .home, 11, code: "wrong-shape")
  }

  @Test func anImpossibleDayIsNamed() {
    expect(
      service: "reviewed: \"2026-11-20\"", "reviewed: \"2026-11-31\"", gives: .home, 31,
      code: "wrong-shape")
  }

  @Test func unknownKeysAreNamedWithTheNearestKnown() {
    let finding = expect(
      service: "term: {", "tern: {", gives: .home, 11, code: "unknown-key")
    #expect(finding?.statement.contains("`term`") == true)
  }

  @Test func aKeyThatStandsTwiceIsNamed() {
    expect(
      document: "origin: \"bring\"", "origin: \"bring\", origin: \"copy\"", gives: .papers, 2,
      code: "duplicate-key")
  }

  @Test func aFileIsNamedAfterItsSituation() {
    var sample = SampleCatalogue()
    sample.situationFile = "move.json5"
    #expect(
      CatalogueLint.run(sample) == [
        CatalogueFinding(
          file: "sample/Situations/move.json5", line: 2, problem: .fileNameDiffers(id: "moving"))
      ])
  }

  @Test func aPromisedSituationMayNotBeMissing() {
    var sample = SampleCatalogue()
    sample.requiredSituations = ["moving", "marriage"]
    #expect(
      CatalogueLint.run(sample) == [
        CatalogueFinding(
          file: "sample/Situations", line: 0, problem: .missingSituation("marriage"))
      ])
  }

  @Test func aFolderThatIsNotThereIsUnreadable() {
    let findings = CatalogueLint.run(CatalogueDirectory("/nonexistent"))
    #expect(findings.map(\.code) == ["unreadable"])
    #expect(findings.first?.file == "/nonexistent/Documents")
  }

  /// What a broken file holds is not reported as missing.
  @Test func aBrokenFileMakesNoFurtherFindings() {
    var sample = SampleCatalogue()
    sample.documents = "["
    #expect(CatalogueLint.run(sample).map(\.code) == ["syntax"])
  }

  // MARK: Ids and references

  @Test func anIDIsInLowerCaseWords() {
    expect(situation: "id: \"where\"", "id: \"Where To\"", gives: .moving, 11, code: "malformed-id")
  }

  @Test func cyrillicLettersInAnIDAreFound() {
    let spoilt = SampleCatalogue(
      documents: SampleCatalogue().documents.replacing("\"passport\"", with: "\"pаssport\""))
    let findings = CatalogueLint.run(spoilt).map(\.code)
    #expect(findings.contains("malformed-id"))
    #expect(findings.filter { $0 == "unknown-document" }.count == 2)
  }

  @Test func anIDIsThereOnce() {
    let finding = expect(
      document: "]",
      "{ id: \"passport\", title: { ru: \"Ещё\", en: \"More\" }, origin: \"copy\" }]",
      gives: .papers, 4, code: "duplicate-id")
    #expect(finding?.statement.contains("papers.json5:2") == true)
  }

  @Test func aQuestionIsThereOnce() {
    expect(situation: "id: \"where\"", "id: \"who\"", gives: .moving, 11, code: "duplicate-id")
  }

  @Test func twoServicesUnderOneTitleAreSuspicious() {
    expect(
      service: "ru: \"Прикрепление к поликлинике\"", "ru: \"Регистрация\"", gives: .home, 22,
      code: "same-title")
  }

  @Test func anUnknownDocumentIsNamedWithTheNearest() {
    let finding = expect(
      service: "documents: [{ id: \"passport\" }]", "documents: [{ id: \"pasport\" }]",
      gives: .home, 29, code: "unknown-document")
    #expect(finding?.statement.contains("`passport`") == true)
  }

  @Test func anUnknownServiceIsNamed() {
    var sample = SampleCatalogue()
    sample.situation.replace(
      "{ id: \"registration\" },", with: "{ id: \"registration\" }, { id: \"x\" },")
    #expect(
      CatalogueLint.run(sample) == [
        CatalogueFinding(
          file: Place.moving.path, line: 22, problem: .unknownService("x", hint: ""))
      ])
  }

  @Test func aServiceThatNobodyLinksIsNamed() {
    expect(
      situation: "{ id: \"attachment\", after: [\"registration\"] },", "", gives: .home, 21,
      code: "unlinked-service")
  }

  @Test func aDocumentThatNobodyNeedsIsNamed() {
    expect(
      service: "{ id: \"residence-record\" },", "", gives: .papers, 3, code: "unneeded-document")
  }

  @Test(arguments: ["bring", "copy"])
  func whatTheStateFetchesIsNotAskedFor(origin: String) {
    expect(
      service: "{ id: \"residence-record\" }",
      "{ id: \"residence-record\", origin: \"\(origin)\" }",
      gives: .home, 15, code: "asked-for-interagency")
  }

  @Test func whatIsUsuallyBroughtMayBeFetchedForOneService() {
    var sample = SampleCatalogue()
    sample.services.replace(
      "documents: [{ id: \"passport\" }]",
      with: "documents: [{ id: \"passport\", origin: \"interagency\" }]")
    #expect(CatalogueLint.run(sample) == [])
  }

  // MARK: Services and situations

  @Test func aDocumentIsListedOnceAService() {
    expect(
      service: "documents: [{ id: \"passport\" }]",
      "documents: [{ id: \"passport\" }, { id: \"passport\" }]", gives: .home, 29,
      code: "document-listed-twice")
  }

  @Test func aChoiceHasAtLeastTwo() {
    expect(
      service: "documents: [{ id: \"passport\" }]",
      "documents: [{ id: \"passport\", one_of: \"proof\" }]", gives: .home, 29,
      code: "choice-of-one")
  }

  @Test func whatTheStateFetchesIsNoChoice() {
    expect(
      service: "{ id: \"passport\" },\n      { id: \"residence-record\" },",
      "{ id: \"passport\", one_of: \"x\" },\n      { id: \"residence-record\", one_of: \"x\" },",
      gives: .home, 15, code: "choice-of-fetched")
  }

  /// Each circle has a step upwards.
  @Test func servicesThatNeedEachOtherAreFound() {
    var sample = SampleCatalogue()
    sample.situation = sample.situation.replacing(
      "{ id: \"registration\" },", with: "{ id: \"registration\", after: [\"attachment\"] },")
    #expect(CatalogueLint.run(sample).map(\.code) == ["after-comes-later"])
  }

  @Test(arguments: [-100, 350])
  func aFeeIsWholeRoubles(kopecks: Int) {
    expect(service: "kopecks: 0", "kopecks: \(kopecks)", gives: .home, 10, code: "odd-fee")
  }

  @Test func aLongTitleHasANameForLists() {
    let long = "Регистрация по месту жительства"
    expect(
      service: "title: { ru: \"Регистрация\"", "title: { ru: \"\(long)\"", gives: .home, 4,
      code: "title-too-long-for-lists")
    expect(
      service: "title: { ru: \"Регистрация\", en: \"Registration\" },",
      "title: { ru: \"\(long)\", en: \"Registration\" }, short: { ru: \"\(long)\", en: \"Residence\" },",
      gives: .home, 4, code: "short-name-too-long")
  }

  /// The sample's clinic has a title of 26 characters, for which lists have room.
  @Test func oneCharacterMoreThanThereIsRoomForIsTooLong() {
    let clinic = "title: { ru: \"Прикрепление к поликлинике\", en: \"Attachment to a clinic\" },"
    expect(
      service: "к поликлинике\"", "к поликлиникам\"", gives: .home, 22,
      code: "title-too-long-for-lists")
    expect(
      service: "\"Attachment to a clinic\"", "\"Attachment to a new clinic!\"", gives: .home, 22,
      code: "title-too-long-for-lists")
    expect(
      service: clinic,
      clinic + " short: { ru: \"Поликлиника\", en: \"Attachment to a new clinic!\" },",
      gives: .home, 22, code: "short-name-too-long")
  }

  /// Equal in either language, and whether a list has room for the titles or not.
  @Test(arguments: [("Регистрация", "Clinic"), ("Поликлиника", "Registration")])
  func twoServicesOfASituationHaveDifferentNames(ru: String, en: String) {
    let clinic = "title: { ru: \"Прикрепление к поликлинике\", en: \"Attachment to a clinic\" },"
    let finding = expect(
      service: clinic, clinic + " short: { ru: \"\(ru)\", en: \"\(en)\" },", gives: .moving, 23,
      code: "same-name-in-list")
    #expect(finding?.statement.contains("registration") == true)
  }

  @Test func equalShortNamesAreNamed() {
    var sample = SampleCatalogue()
    for title in ["\"Registration\" },", "\"Attachment to a clinic\" },"] {
      sample.services.replace(title, with: title + " short: { ru: \"Учёт\", en: \"Record\" },")
    }
    #expect(CatalogueLint.run(sample).map(\.code) == ["same-name-in-list"])
  }

  @Test func aTermIsAtLeastOne() {
    expect(service: "count: 8", "count: 0", gives: .home, 11, code: "odd-term")
    expect(situation: "count: 7", "count: -7", gives: .moving, 16, code: "odd-term")
  }

  @Test func anEntryRestsOnAnAct() {
    expect(
      service: "legal_basis: [{ act: \"Федеральный закон от 21.11.2011 № 323-ФЗ\" }]",
      "legal_basis: []", gives: .home, 30, code: "without-legal-basis")
    expect(
      situation: "legal_basis: { act: \"Закон РФ от 25.06.1993 № 5242-1\" },", "",
      gives: .moving, 15, code: "without-legal-basis")
  }

  @Test func aServiceIsListedOnceASituation() {
    expect(
      situation: "{ id: \"registration\" },", "{ id: \"registration\" }, { id: \"registration\" },",
      gives: .moving, 22, code: "service-listed-twice")
  }

  @Test func whatComesBeforeIsListed() {
    expect(
      situation: "after: [\"registration\"]", "after: [\"passport\"]", gives: .moving, 23,
      code: "after-unlisted")
  }

  @Test func whatComesBeforeStandsAbove() {
    expect(
      situation: "{ id: \"registration\" },", "{ id: \"registration\", after: [\"attachment\"] },",
      gives: .moving, 22, code: "after-comes-later")
    expect(
      situation: "after: [\"registration\"]", "after: [\"attachment\"]", gives: .moving, 23,
      code: "after-comes-later")
  }

  @Test func aDeadlineNeedsItsEvent() {
    expect(
      situation: "event: { title: { ru: \"Дата переезда\", en: \"Date of moving\" } },", "",
      gives: .moving, 14, code: "deadline-without-event")
  }

  @Test func aDeadlineIsForAServiceOfTheSituation() {
    expect(
      situation: "service: \"registration\"", "service: \"passport\"", gives: .moving, 17,
      code: "deadline-service-unlisted")
  }

  @Test(arguments: [("audience: [\"person\"]", 8), ("channels: [\"centre\"]", 9)])
  func aListOfAServiceNamesAtLeastOne(list: String, line: Int) throws {
    let key = try #require(list.split(separator: ":").first)
    expect(service: list, "\(key): []", gives: .home, line, code: "empty-list")
  }

  @Test func aSituationAsksAndHelps() {
    let codes = CatalogueLint.run(
      SampleCatalogue(
        situation: emptied(SampleCatalogue().situation, from: "questions: [", to: "  ],"))
    ).map(\.code)
    #expect(codes == ["empty-list"])
  }

  // MARK: Facts

  @Test func nothingIsReviewedInTheFuture() {
    expect(
      service: "reviewed: \"2026-11-20\"", "reviewed: \"2026-11-25\"", gives: .home, 31,
      code: "reviewed-in-future")
  }

  @Test(arguments: [
    "http://www.gosuslugi.ru", "www.gosuslugi.ru", "https://www.gosuslugi.ru и так",
  ])
  func anAddressIsAnAddress(source: String) {
    expect(
      situation: "https://www.gosuslugi.ru", source, gives: .moving, 25, code: "doubtful-address")
  }
}

extension CatalogueLintTests {
  @Test func anActIsCitedInTheSameWords() {
    let finding = expect(
      service: "act: \"Закон РФ от 25.06.1993 № 5242-1\"",
      "act: \"Закон РФ от 25.06.1993 № 5242-1 «О праве граждан»\"", gives: .moving, 18,
      code: "cited-differently")
    #expect(finding?.statement.contains("home.json5:17") == true)
  }

  @Test func findingsStandInTheOrderOfTheFiles() {
    var sample = SampleCatalogue()
    sample.services.replace("kopecks: 0", with: "kopecks: 5")
    sample.documents.replace("\"Passport\"", with: "\"Паспорт\"")
    #expect(CatalogueLint.run(sample).map(\.code) == ["untranslated", "odd-fee"])
  }
}

/// `text` with what stands between two marks taken out.
private func emptied(_ text: String, from start: String, to end: String) -> String {
  guard let opening = text.firstRange(of: start) else { return text }
  guard let closing = text[opening.upperBound...].firstRange(of: end) else { return text }
  return text[..<opening.upperBound] + "" + text[closing.lowerBound...]
}
