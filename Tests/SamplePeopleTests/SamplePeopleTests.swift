import Domain
import Testing

@testable import SamplePeople

@Suite struct SamplePeopleTests {
  let people = Array(SamplePeople(seed: 1, count: 20_000))

  @Test func theSameSeedMakesTheSamePeople() {
    #expect(Array(SamplePeople(seed: 1, count: 300)) == Array(people.prefix(300)))
    #expect(Array(SamplePeople(seed: 2, count: 300)) != Array(people.prefix(300)))
  }

  @Test func idsAndNumbersAreUnique() {
    #expect(Set(people.map(\.id)).count == people.count)
    let numbers = people.compactMap(\.details.snils)
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { $0.digits.hasPrefix("9") })
    let phones = people.compactMap(\.details.phone)
    #expect(Set(phones).count == phones.count)
    #expect(phones.allSatisfy { $0.digits.hasPrefix("7000") })
  }

  @Test func namesAreManyAndSkewed() {
    let surnames = Dictionary(grouping: people, by: \.details.surname).mapValues(\.count)
    #expect(surnames.count > 5000)
    #expect(surnames.values.max() ?? 0 > 100)
    #expect(Surnames.rareCount > 45_000)
    #expect(GivenNames.men.count + GivenNames.women.count > 250)
  }

  @Test func partsOfANameAgree() {
    for details in people.map(\.details) where details.audience == .person {
      let isWoman = GivenNames.women.contains(details.givenName)
      #expect(isWoman || GivenNames.men.contains(details.givenName))
      guard !details.patronymic.isEmpty else { continue }
      #expect(details.patronymic.hasSuffix(isWoman ? "на" : "ич"), "\(details.fullName)")
      #expect(details.birthDate.map { (1930...2010).contains($0.year) } == true)
    }
  }

  @Test(arguments: [
    ("Илья", "Ильич", "Ильинична"), ("Пётр", "Петрович", "Петровна"),
    ("Сергей", "Сергеевич", "Сергеевна"), ("Дмитрий", "Дмитриевич", "Дмитриевна"),
    ("Игорь", "Игоревич", "Игоревна"), ("Лев", "Львович", "Львовна"),
    ("Никита", "Никитич", "Никитична"), ("Иван", "Иванович", "Ивановна"),
    ("Василий", "Васильевич", "Васильевна"), ("Павел", "Павлович", "Павловна"),
  ])
  func patronymics(_ father: String, _ son: String, _ daughter: String) {
    #expect(GivenNames.patronymic(of: father, forWoman: false) == son)
    #expect(GivenNames.patronymic(of: father, forWoman: true) == daughter)
  }
}
