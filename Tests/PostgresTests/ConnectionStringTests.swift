import Postgres
import Testing

@Suite struct ConnectionStringTests {
  @Test(arguments: [
    ("host=db dbname='a b' password=x", ["host": "db", "dbname": "a b", "password": "x"]),
    (
      "postgresql://u@h1:1,h2:2/okno?sslmode=require",
      ["host": "h1,h2", "port": "1,2", "user": "u", "dbname": "okno", "sslmode": "require"]
    ),
  ])
  func isTakenApart(_ text: String, _ settings: [String: String]) throws {
    let connection = try ConnectionString(text)
    #expect(connection.settings == settings)
    #expect(try ConnectionString(connection.text).settings == settings)
  }

  @Test func whatCannotBeReadIsNotRepeated() {
    let error = #expect(throws: PostgresError.self) {
      try ConnectionString("host=db password=s3cret oops")
    }
    #expect(error?.description.contains("s3cret") == false)
  }
}
