// What the command line says of a scene, in the shapes of the contract.

internal import FoundationEssentials
internal import Testing

struct LoggedVisit: Decodable {
  struct Line: Decodable, Equatable {
    var id: String
    var outcome: String
  }

  var id: String
  var situation: String
  var services: [Line]
  var citizen: String?
  var channel: String
}

struct Ratings: Decodable {
  var count: Int
  var declined: Int
  var skipped: Int
  var timedOut: Int

  enum CodingKeys: String, CodingKey {
    case count, declined, skipped
    case timedOut = "timed_out"
  }
}

struct RegisteredCitizen: Decodable {
  var id: String
  var surname: String
}

struct FoundCitizen: Decodable {
  var id: String
  var title: String
}

struct ToldFailure: Decodable {
  struct Content: Decodable {
    var code: String
    var message: String
  }

  var error: Content
}

extension Scene {
  /// The answer of a command, which has to succeed.
  func answer<Answer: Decodable>(
    _ words: [String], input: String? = nil, as type: Answer.Type = Answer.self,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Answer {
    let outcome = try okno(words + ["--json"], input: input)
    #expect(outcome.code == 0, "\(outcome.complaints)", sourceLocation: location)
    return try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
  }

  func visits(_ location: SourceLocation = #_sourceLocation) throws -> [LoggedVisit] {
    try answer(["visit", "list"], location)
  }

  func ratings(_ location: SourceLocation = #_sourceLocation) throws -> Ratings {
    try answer(["rating", "summary"], location)
  }

  /// Every check of the doctor is passed.
  func expectHealthy(_ location: SourceLocation = #_sourceLocation) throws {
    let outcome = try okno(["doctor"])
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.complaints)", sourceLocation: location)
  }
}
