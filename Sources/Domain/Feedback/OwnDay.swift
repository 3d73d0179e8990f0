/// One day of one employee, or of one desk where there are no accounts.
package struct OwnDay: Hashable, Sendable {
  package struct Situation: Hashable, Sendable {
    package var title: LocalizedText
    package var visits: Int

    package init(title: LocalizedText, visits: Int) {
      self.title = title
      self.visits = visits
    }
  }

  /// An answer to this employee's feedback that nobody has taken note of at this desk.
  package struct Answer: Hashable, Sendable {
    package var feedback: Feedback
    package var answer: FeedbackAnswer
    package var service: LocalizedText

    package init(feedback: Feedback, answer: FeedbackAnswer, service: LocalizedText) {
      self.feedback = feedback
      self.answer = answer
      self.service = service
    }
  }

  package var date: CalendarDate
  /// Absent where it is the desk's day.
  package var employee: Employee.ID?
  /// Of the visits of the day, and of the tickets that they closed. The ratings in it are the centre's: a
  /// rating of the day knows no employee.
  package var figures: PeriodFigures
  /// The most visits first.
  package var situations: [Situation]
  /// Of the last year; none where there are no accounts.
  package var strengths: [StrengthLine]
  package var answers: [Answer]

  package init(
    date: CalendarDate, employee: Employee.ID?, figures: PeriodFigures, situations: [Situation],
    strengths: [StrengthLine], answers: [Answer]
  ) {
    self.date = date
    self.employee = employee
    self.figures = figures
    self.situations = situations
    self.strengths = strengths
    self.answers = answers
  }
}

/// Feedback as the supervisor's list has it.
package struct FeedbackLine: Hashable, Sendable {
  package var feedback: Feedback
  /// The entry's title today; its id where the catalogue has lost it.
  package var service: LocalizedText
  /// The account's name, or the window's where nobody was signed in; empty where neither is known.
  package var author: String

  package init(feedback: Feedback, service: LocalizedText, author: String) {
    self.feedback = feedback
    self.service = service
    self.author = author
  }
}
