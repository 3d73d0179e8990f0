internal import Domain
internal import SQLite

/// The register, in step with the search index.
enum CitizenTable {
  static func insert(_ connection: Connection, _ citizen: Citizen) throws {
    let details = citizen.details
    try connection.run(
      """
      INSERT INTO citizen
        (id, audience, surname, given_name, patronymic, birth_date, snils, phone, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, citizen.id, details.audience.rawValue, details.surname, details.givenName,
      details.patronymic, details.birthDate, details.snils?.digits, details.phone?.digits,
      citizen.version)
  }

  static func update(_ connection: Connection, _ citizen: Citizen) throws {
    let details = citizen.details
    try connection.run(
      """
      UPDATE citizen SET audience = ?, surname = ?, given_name = ?, patronymic = ?,
        birth_date = ?, snils = ?, phone = ?, version = ?
      WHERE id = ?
      """, details.audience.rawValue, details.surname, details.givenName, details.patronymic,
      details.birthDate, details.snils?.digits, details.phone?.digits, citizen.version, citizen.id)
  }

  static func delete(_ connection: Connection, _ id: Citizen.ID) throws {
    try connection.run("DELETE FROM citizen WHERE id = ?", id)
  }

  static func read(_ connection: Connection, _ id: Citizen.ID) throws -> Citizen? {
    try connection.first(
      """
      SELECT id, audience, surname, given_name, patronymic, birth_date, snils, phone, version
      FROM citizen WHERE id = ?
      """, id
    ) { row in
      let id: Citizen.ID = try row.next()
      guard let audience = Audience(rawValue: try row.next()) else {
        throw row.malformed(1, expected: "audience")
      }
      let details = CitizenDetails(
        audience: audience, surname: try row.next(), givenName: try row.next(),
        patronymic: try row.next(), birthDate: try row.next(),
        snils: (try row.next() as String?).flatMap(SNILS.init),
        phone: (try row.next() as String?).flatMap(Phone.init))
      return Citizen(id: id, details: details, version: try row.next())
    }
  }
}
