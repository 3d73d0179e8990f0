/// How one employee's citizens have rated in one life situation. It is of whole batches of five given
/// ratings or more: no single one can be told, by nobody.
package struct Strength: Hashable, Sendable {
  package var employee: Employee.ID
  package var situation: LifeSituation.ID
  /// Ratings given.
  package var given: Int
  /// How many of them were the best.
  package var best: Int

  package init(employee: Employee.ID, situation: LifeSituation.ID, given: Int, best: Int) {
    self.employee = employee
    self.situation = situation
    self.given = given
    self.best = best
  }

  /// 0 to 1.
  package var shareBest: Double { given == 0 ? 0 : Double(best) / Double(given) }

  /// How far back strengths go, in days.
  package static let days = 365
}

/// A strength with its names. For training and rotation, and no league table: the order is by situation,
/// then by name.
package struct StrengthLine: Hashable, Sendable {
  package var strength: Strength
  package var situation: LocalizedText
  /// The account's name; empty where there is no such account any more.
  package var employee: String

  package init(strength: Strength, situation: LocalizedText, employee: String) {
    self.strength = strength
    self.situation = situation
    self.employee = employee
  }
}
