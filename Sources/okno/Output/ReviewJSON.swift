internal import Domain
internal import Training

extension JSONValue {
  /// - Parameter title: what the catalogue calls a service.
  static func review(
    _ review: Review, _ language: Language, _ title: @escaping (Service.ID) -> LocalizedText
  ) -> JSONValue {
    [
      "lesson": .string(review.lesson), "title": .string(review.title(language)),
      "seed": .integer(Int64(clamping: review.seed)), "date": .string("\(review.date)"),
      "grade": .string(review.grade.rawValue),
      "steps": .array(review.steps) { step in
        [
          "id": .string(step.id), "title": .string(step.title(language)),
          "done": .bool(step.isDone), "helped": .bool(step.isHelped),
        ]
      },
      "visits": .array(review.served) { served($0, language, title) },
      "waiting": [
        "arrived": .integer(review.waiting.arrived), "served": .integer(review.waiting.served),
        "left": .integer(review.waiting.left), "average": .integer(review.waiting.average),
        "longest": .integer(review.waiting.longest), "late": .integer(review.waiting.late),
      ],
      "try": .array(review.tryNext) { .string($0(language)) },
    ]
  }

  private static func served(
    _ served: Review.Served, _ language: Language, _ title: @escaping (Service.ID) -> LocalizedText
  ) -> JSONValue {
    [
      "ticket": .string(served.ticket), "role": .text(served.role),
      "situation": .string(served.situation.rawValue), "waited": .integer(served.waited),
      "took": .integer(served.took), "shortest": .integer(served.shortest),
      "keys": .integer(served.keys.trainee), "trainer_keys": .integer(served.keys.trainer),
      "shortest_keys": .integer(served.shortestKeys),
      "rating": [
        "score": .integer(served.rating.score),
        "reasons": .array(served.rating.reasons) { reason in
          ["code": .string(reason.code), "words": .string(reason.words(title)(language))]
        },
      ],
    ]
  }
}
