import Domain
import SQLite
import Testing

@testable import LocalStore

@Suite struct CitizenSearchTests {
  let desk: SearchDesk

  init() throws { desk = try SearchDesk(People.all) }

  private let maria = "Иванова Мария Петровна"
  private let peter = "Иванов Пётр Семёнович"
  private let anna = "Ёлкина-Громова Анна Ильинична"
  private let alexander = "Щербаков Александр Юрьевич"
  private let galym = "Әбішев Ғалым"
  private let zoya = "Иванова Зоя Эрастовна"
  private let company = "ООО «Ромашка-Сервис»"

  @Test func namesInAnyOrder() throws {
    let asked = [
      ("иванова мария петровна", maria), ("мария петровна", maria), ("мария ив", maria),
      ("ив мар пет", maria), ("петровна мария иванова", maria), ("ИВАНОВА М. П.", maria),
      ("м п иванова", maria), ("петр иванов", peter), ("пётр", peter), ("семенович", peter),
      ("елкина", anna), ("ёлкина-громова", anna), ("громова", anna), ("анна громова", anna),
      ("щербаков", alexander), ("абишев", galym), ("галым", galym), ("эрастовна", zoya),
      ("иванов зоя", zoya), ("ромашка", company), ("ооо ром", company), ("сервис ромашка", company),
      ("у меня иванова мария", maria),
    ]
    for (text, name) in asked {
      #expect(try desk.people(text).first == name, "\(text)")
    }
  }

  /// «а», «с» and «к» are filler in a sentence, and initials beside a surname.
  @Test func initialsAsPapersWriteThem() throws {
    let smirnova = "Смирнова Анна Сергеевна"
    let zhivago = "Живаго Константин Андреевич"
    let others = ["Смирнова Ольга Петровна", "Живаго Сергей Ильич", "Смирнова Светлана Сергеевна"]
    let desk = try SearchDesk(
      ([smirnova, zhivago] + others).enumerated().map { People.named($1, UInt64($0)) })
    let asked = [
      ("Смирнова А.С.", smirnova), ("смирнова а.с", smirnova), ("А. С. Смирнова", smirnova),
      ("А.С. Смирнова", smirnova), ("А.С.Смирнова", smirnova), ("а с смирнова", smirnova),
      ("смирнова ас", smirnova), ("cvbhyjdf fc", smirnova), ("к живаго", zhivago),
      ("Живаго К.А.", zhivago), ("к.а. живаго", zhivago), ("живаго ка", zhivago),
      ("у меня смирнова анна", smirnova),
    ]
    for (text, name) in asked {
      #expect(try desk.people(text).first == name, "\(text)")
    }
    #expect(try desk.people("смирнова ас") == [smirnova])
    #expect(try desk.people("Смирнова О.С.").isEmpty)
  }

  @Test func datesAsPapersWriteThem() throws {
    let asked = [
      ("иванова 12.03.1990 г.р.", maria), ("12.03.1990 г. иванова", maria),
      ("иванова мария петровна 1990 г.р.", maria), ("12 03 1990", maria),
      ("12 марта 1990", maria), ("12 марта 1990 г.", maria), ("иванова 12 марта 1990 г.р.", maria),
      ("12 марта иванова", maria), ("род. 28.02.1950", zoya), ("иванов тел. 4957654321", peter),
    ]
    for (text, name) in asked {
      #expect(try desk.people(text).first == name, "\(text)")
    }
    #expect(try desk.people("13 марта 1990").isEmpty)
  }

  @Test func namesReadOtherwise() throws {
    let asked = [
      ("bdfyjdf vfhbz", maria), ("`krbyf", anna), ("ivanova mariya", maria),
      ("ivanova maria", maria), ("shcherbakov", alexander), ("scherbakov alexandr", alexander),
      ("yolkina gromova", anna), ("petr ivanov", peter), ("иванова мраия", maria),
      ("ивонова мария", maria), ("щирбаков", alexander), ("шербаков", alexander),
      ("иваноав мария", maria),
    ]
    for (text, name) in asked {
      #expect(try desk.people(text).first == name, "\(text)")
    }
  }

  @Test func datesOfBirth() throws {
    let asked = [
      ("12.03.1990", maria), ("12031990", maria), ("1990-03-12", maria), ("12.03.90", maria),
      ("12/3/1990", maria), ("12.03", maria), ("12.03.199", maria), ("01.12.61", peter),
      ("иванова 1990", maria), ("мария 12.03.1990", maria), ("1990-03", maria),
      ("31.01.01", anna), ("28.02.1950 иванова", zoya),
    ]
    for (text, name) in asked {
      #expect(try desk.people(text).first == name, "\(text)")
    }
  }

  @Test func numbers() throws {
    let asked = [
      ("+7 (916) 123-45-67", maria), ("89161234567", maria), ("8 916 123 45 67", maria),
      ("9161234567", maria), ("4567", maria), ("1234567", maria), ("8916123", maria),
      ("4957654321", peter), ("112-233-445 95", maria), ("11223344595", maria), ("112-233", maria),
      ("112 233 445", maria), ("3000001", company),
    ]
    for (text, name) in asked {
      #expect(try desk.people(text).first == name, "\(text)")
    }
  }

  @Test func reasonsAreGiven() throws {
    func reason(_ text: String) throws -> [SearchHit.Reason]? {
      try desk.search(text, [.citizen]).first?.reasons
    }
    #expect(try reason("иванова мария") == [.name])
    #expect(try reason("12.03.1990") == [.birthDate])
    #expect(try reason("89161234567") == [.phone])
    #expect(try reason("112-233-445 95") == [.snils])
    #expect(try reason("`krbyf") == [.name, .keyboardLayout(readAs: "елкина")])
    #expect(try reason("shcherbakov") == [.name, .transliteration(readAs: "щербаков")])
    #expect(try reason("щирбаков") == [.name, .correctedSpelling(readAs: "щербаков")])
  }

  @Test func aWholeWrongSNILSFindsNobody() throws {
    #expect(try desk.people("112-233-445 96").isEmpty)
    #expect(try desk.people("11223344596").isEmpty)
  }

  @Test func aTicketFindsItsCitizen() throws {
    for (number, citizen) in [("Р012", People.maria.id), ("Р013", People.peter.id)] {
      let id = UUIDv7(high: citizen.uuid.high, low: citizen.uuid.low &+ 1)
      try desk.store.connection.run(
        """
        INSERT INTO ticket (id, number, issued, issued_by, audience, issued_priority, state, since,
          priority, waited, served, doubled)
        VALUES (?1, ?2, ?3, ?1, 'person', 0, 'done', ?3, 0, 0, 0, 0)
        """, id, number, TestStore.morning)
      try desk.store.connection.run(
        """
        INSERT INTO visit (id, desk, situation, citizen, ticket, channel, started, ended, note)
        VALUES (?1, ?1, 'marriage', (SELECT number FROM citizen WHERE id = ?2), ?1, 'counter', ?3, ?3,
          '')
        """, id, citizen, TestStore.morning)
    }
    let hit = try #require(try desk.search("р012").first)
    #expect(hit.target == .citizen(People.maria.id))
    #expect(hit.reasons == [.ticket("Р012")])
    #expect(try desk.search("h013").first?.target == .citizen(People.peter.id))
  }

  @Test func nobodyIsInvented() throws {
    #expect(try desk.people("сидорова").isEmpty)
    // Of two words one is nobody's: those who have the other come with half of the score.
    #expect(try desk.search("иванова ольга", [.citizen]).allSatisfy { $0.score <= 0.5 })
    #expect(try desk.people("12.03.1991").isEmpty)
    #expect(try desk.people("79990000000").isEmpty)
  }

  @Test func aChangeAndAnErasureAreFollowed() throws {
    var married = People.maria
    married.details.surname = "Царёва"
    try CitizenTable.update(desk.store.connection, married)
    #expect(try desk.people("царева") == ["Царёва Мария Петровна"])
    #expect(try desk.people("иванова мария").isEmpty)
    try CitizenTable.delete(desk.store.connection, married.id)
    #expect(try desk.people("царева").isEmpty)
    #expect(try desk.people("12.03.1990").isEmpty)
  }

  @Test func namesakesAreToldApart() throws {
    let hit = try #require(try desk.search("иванова мария").first)
    #expect(hit.detail == "12.03.1990 · 112-233-445 95 · +7 916 123-45-67")
  }
}
