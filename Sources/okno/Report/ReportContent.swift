internal import Domain

/// What a report says, before it has a form: HTML and CSV are two ways to write this.
struct ReportContent {
  /// One number with what it is called.
  struct Row: Hashable {
    /// What it is called in CSV: stable, in English.
    var key: String
    var label: String
    var value: Value
  }

  enum Value: Hashable {
    case count(Int)
    /// A share from 0 to 1.
    case share(Double)
    /// Milliseconds.
    case length(Int64)
    /// There is none, and why.
    case none(String)
  }

  enum Form: String, Hashable {
    /// A label and a number each.
    case facts
    /// A bar each, beside its label.
    case bars
    /// Columns side by side, in the order of time.
    case columns
  }

  struct Section: Hashable {
    var key: String
    var title: String
    /// What is counted, and how.
    var note: String
    var form: Form
    var rows: [Row]
  }

  var title: String
  var period: String
  var centre: String
  var language: Language
  var sections: [Section]
}
