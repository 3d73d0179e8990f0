import Testing

@testable import SearchText

@Suite struct NumberTests {
  @Test(arguments: [
    ("12.03.1990", "12031990"), ("1990-03-12", "19900312"), ("12/3/90", "12390"),
    ("+7 (916) 123-45-67", "79161234567"), ("8 916 123 45 67", "89161234567"),
    ("112-233-445 95", "11223344595"), ("1990 г.р.", "1990"), ("1948 г. р.", "1948"),
    ("15.11.1948 год рождения", "15111948"), ("15 11 1948", "15111948"),
    ("15 ноября 1948 г.", "15111948"), ("1 мая", "105"), ("тел. 8 916 123-45-67", "89161234567"),
  ])
  func oneNumber(_ text: String, _ digits: String) {
    let parts = QueryParts(text)
    #expect(parts.numbers.map(\.digits) == [digits])
    #expect(parts.chunks.filter { !["г.р."].contains($0) }.isEmpty)
  }

  @Test func aLetterBeforeANumberIsAnInitial() {
    #expect(QueryParts("иванов г 1990").chunks == ["иванов", "г"])
    #expect(QueryParts("иванов 1990 г. пётр").chunks == ["иванов", "пётр"])
    #expect(QueryParts("г.р. иванов").chunks == ["г.р.", "иванов"])
    #expect(QueryParts("после рождения 2 детей").chunks == ["после", "рождения", "детей"])
  }

  @Test func wordsAndNumbers() {
    let parts = QueryParts("иванова 12.03.1990 89161234567 3-НДФЛ")
    #expect(parts.chunks == ["иванова", "3-НДФЛ"])
    #expect(parts.numbers.map(\.digits) == ["12031990", "89161234567"])
  }

  @Test(arguments: [
    ("12.03.1990", [PartialDate(years: [1990...1990], month: 3, day: 12)]),
    ("1990-03-12", [PartialDate(years: [1990...1990], month: 3, day: 12)]),
    ("1990-03", [PartialDate(years: [1990...1990], month: 3)]),
    ("12.03.90", [PartialDate(years: [1990...1990, 2090...2090], month: 3, day: 12)]),
    ("12.3", [PartialDate(years: nil, month: 3, day: 12)]),
    ("12.03.199", [PartialDate(years: [1990...1999], month: 3, day: 12)]),
    ("1990", [PartialDate(years: [1990...1990])]),
    ("12031990", [PartialDate(years: [1990...1990], month: 3, day: 12)]),
    ("19900312", [PartialDate(years: [1990...1990], month: 3, day: 12)]),
    ("120390", [PartialDate(years: [1990...1990, 2090...2090], month: 3, day: 12)]),
    ("15 11 1948", [PartialDate(years: [1948...1948], month: 11, day: 15)]),
    ("15 ноября 1948 г.", [PartialDate(years: [1948...1948], month: 11, day: 15)]),
    ("3 мар 90", [PartialDate(years: [1990...1990, 2090...2090], month: 3, day: 3)]),
    ("31 декабря", [PartialDate(years: nil, month: 12, day: 31)]),
    ("8 916 123", []), ("32 мая", []), ("5 лет", []),
    ("45.03.1990", []), ("99999999", []), ("+79161234567", []), ("0.0.0", []),
  ])
  func dates(_ text: String, _ dates: [PartialDate]) {
    #expect(QueryParts(text).numbers.flatMap(\.dates) == dates)
  }

  @Test func checkNumber() {
    #expect(SNILSCheck.isRight("11223344595") == true)
    #expect(SNILSCheck.isRight("11223344596") == false)
    #expect(SNILSCheck.isRight("1122334459") == nil)
    #expect(SNILSCheck.isMistyped("112-233-445 96"))
    #expect(!SNILSCheck.isMistyped("112-233-445 95"))
    #expect(!SNILSCheck.isMistyped("8 916 123 45 67"))
    #expect(!SNILSCheck.isMistyped("112-233"))
  }
}
