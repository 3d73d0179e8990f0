// The words of the decision support.

package import Domain

package struct AdvicePhrases: Sendable {
  package var verdict: @Sendable (Judgement.Verdict) -> String
  /// An employee's own answer, and the rule's beside it.
  package var overruled: @Sendable (Judgement.Verdict, _ reason: String) -> String
  package var byRule: @Sendable (Judgement.Verdict) -> String
  package var overrule: String
  package var overruleHint: String
  package var overruleNote: String
  /// Beside everything that rules say.
  package var notADecision: String
  /// Before what a rule leaves out.
  package var mind: String
  package var because: String
  package var nextQuestion: String
  package var dontKnow: String
  /// The keys of a form of answers to choose, and of one to type.
  package var chosenAdvice: String
  package var typedAdvice: String
  /// From where an answer is known, and with the key that changes it.
  package var source: @Sendable (Remark.Source) -> String
  package var sourceAdvice: @Sendable (Remark.Source) -> String
  /// Who wrote an answer down.
  package var wrote: @Sendable (_ name: String) -> String
  /// What was told before; a stale one has to be asked for again.
  package var toldBefore: @Sendable (_ answer: String, _ said: String, _ isStale: Bool) -> String
  /// The list of what is known, with its keys.
  package var answers: String
  package var answersAdvice: String
  package var thisVisit: String
  /// What is to be typed.
  package var placeholder: @Sendable (Fact.Kind) -> String
  package var yes: String
  package var no: String
  /// What would have to be so.
  package var needed: @Sendable (String) -> String
  package var relation: @Sendable (Comparison.Relation, _ wanted: Bool, _ amount: String) -> String
  /// Of an age: «исполнилось 14 лет».
  package var age: @Sendable (Comparison.AgeRelation, _ wanted: Bool, CalendarSpan) -> String
  package var notEarlier: @Sendable (String) -> String
  package var notLater: @Sendable (String) -> String
  package var earlier: @Sendable (String) -> String
  package var later: @Sendable (String) -> String
  /// The last day of a term, that has come or not.
  package var term: @Sendable (_ lastDay: String, _ isOver: Bool) -> String
  package var oneOf: @Sendable ([String], _ wanted: Bool) -> String
  /// A figure by its name, as «(прожиточный минимум × 2)».
  package var figure: @Sendable (_ name: String, Fraction) -> String
  /// A number with its unit, by itself or after «не меньше».
  package var amount: @Sendable (Int, _ unit: String, _ isCompared: Bool) -> String
  package var missing: @Sendable (String) -> String
  package var withoutFigure: @Sendable (String) -> String
  package var withoutRule: String
  package var notMet: @Sendable (String) -> String
}
