internal import Domain

/// A report as one HTML file that needs nothing else: no script, no reference, charts drawn in place.
struct ReportHTML {
  private let report: ReportContent
  private var words: (_ ru: String, _ en: String) -> String {
    { LocalizedText(ru: $0, en: $1)(report.language) }
  }

  init(_ report: ReportContent) { self.report = report }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="\(report.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width">
    <title>\(Self.escaped("\(report.title), \(report.period)"))</title>
    <style>\(ReportStyle.sheet)</style>
    </head>
    <body>
    <header>
    <h1>\(Self.escaped(report.title))</h1>
    <p>\(Self.escaped([report.centre, report.period].filter { !$0.isEmpty }.joined(separator: " · ")))</p>
    </header>
    <main>
    \(report.sections.map(section).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private func section(_ section: ReportContent.Section) -> String {
    let body =
      switch section.form {
      case .facts: table(section.rows)
      case .bars: bars(section.rows)
      case .columns:
        ReportColumns(section.rows.map(\.label), section.rows.map(column)).svg(section.title)
      }
    return """
      <section id="\(Self.escaped(section.key))" class="\(section.form.rawValue)">
      <h2>\(Self.escaped(section.title))</h2>
      \(body)
      <p class="note">\(Self.escaped(section.note))</p>
      </section>
      """
  }

  private func table(_ rows: [ReportContent.Row]) -> String {
    let lines = rows.map {
      "<tr><th scope=\"row\">\(Self.escaped($0.label))</th><td>\(Self.escaped(written($0.value)))</td></tr>"
    }
    return "<table>\n\(lines.joined(separator: "\n"))\n</table>"
  }

  private func bars(_ rows: [ReportContent.Row]) -> String {
    let most = max(rows.map { size($0.value) }.max() ?? 0, .leastNonzeroMagnitude)
    let lines = rows.map { row in
      let width = Int((size(row.value) / most * 1000).rounded())
      return """
        <tr><th scope="row">\(Self.escaped(row.label))</th>\
        <td>\(Self.escaped(written(row.value)))</td>\
        <td class="bar"><svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">\
        <rect width="\(width)" height="20"/></svg></td></tr>
        """
    }
    return "<table>\n\(lines.joined(separator: "\n"))\n</table>"
  }

  private func column(_ row: ReportContent.Row) -> ReportColumns.Column {
    ReportColumns.Column(size: size(row.value), text: written(row.value))
  }

  private func size(_ value: ReportContent.Value) -> Double {
    switch value {
    case .count(let count): Double(count)
    case .share(let share): share
    case .length(let length): Double(length)
    case .none: 0
    }
  }

  private func written(_ value: ReportContent.Value) -> String {
    switch value {
    case .count(let count): "\(count)"
    case .share(let share): "\(Int((share * 100).rounded()))" + words("\u{A0}%", "%")
    case .length(let length): minutes(length)
    case .none(let why): why
    }
  }

  /// `7 мин 05 с`.
  private func minutes(_ length: Int64) -> String {
    let seconds = (length + 500) / 1000
    let rest = seconds % 60
    return
      "\(seconds / 60)\u{A0}\(words("мин", "min")) \(rest < 10 ? "0" : "")\(rest)\u{A0}\(words("с", "s"))"
  }

  /// Text between tags and in attributes. Controls are no characters of HTML and are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case let scalar where scalar.properties.generalCategory == .control: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
