internal import Configuration
internal import DeskCore
internal import DeskScreens
internal import Domain

extension ReportContent {
  init(_ source: ReportSource) {
    let session = source.session
    let (from, to) = (source.figures.from, source.figures.to)
    title = session.words("Отчёт центра", "The centre's report")
    period = from == to ? typed(from) : "\(typed(from)) – \(typed(to))"
    centre = session.configuration.centre
    language = session.language
    sections =
      [source.overview, source.waiting, source.serving, source.hours, source.days]
      + [source.ratings, source.ratingSigns, source.criteria, source.ratingsBySituation]
      + source.ratingsOfMonth
      + source.targetSections
      + [source.situations, source.outcomes, source.channels, source.windowCounts]
      // The longest list last: some hundred services are several sheets of paper.
      + [source.services]
    sections.removeAll { $0.rows.isEmpty }
  }
}

extension ReportSource {
  fileprivate typealias Section = ReportContent.Section
  fileprivate typealias Row = ReportContent.Row

  fileprivate var overview: Section {
    let tickets = figures.tickets
    return Section(
      key: "overview", title: session.words("Главное", "At a glance"),
      note: session.words(
        "Отменённые визиты не считаются. Талоны — выданные в эти дни.",
        "Undone visits do not count. Tickets are those issued in these days."),
      form: .facts,
      rows: [
        count("visits", "визитов", "visits", figures.visits),
        count("services", "услуг в визитах", "services in visits", figures.services),
        count("tickets", "талонов выдано", "tickets issued", tickets.issued),
        count("tickets_done", "из них обслужено", "of them served", tickets.done),
        count("tickets_no_show", "не пришли к окну", "did not come to the window", tickets.noShow),
        count("tickets_left", "ушли из очереди", "left the queue", tickets.left),
        count("tickets_open", "не закрыты", "still open", tickets.open),
      ])
  }

  fileprivate var waiting: Section {
    lengths(
      figures.waiting, key: "waiting", title: session.words("Ожидание", "Waiting"),
      note: session.words(
        "От выдачи талона до первого вызова. Предел — 15 минут (постановление Правительства РФ от "
          + "22.12.2012 № 1376).",
        "From the issue of a ticket to its first call. The limit is 15 minutes (Government Decree "
          + "No. 1376 of 22.12.2012)."),
      none: session.words("вызванных талонов нет", "no ticket was called"))
  }

  fileprivate var serving: Section {
    lengths(
      figures.serving, key: "serving", title: session.words("Обслуживание", "Serving"),
      note: session.words(
        "От начала визита до его записи. Визиты без длительности, внесённые командой, не считаются.",
        "From the beginning of a visit until it was logged. Visits without a length, entered by a "
          + "command, do not count."),
      none: session.words("визитов с длительностью нет", "no visit has a length"))
  }

  private func lengths(
    _ lengths: Lengths?, key: String, title: String, note: String, none: String
  ) -> Section {
    guard let lengths else {
      return Section(
        key: key, title: title, note: note, form: .facts,
        rows: [Row(key: "count", label: session.words("измерено", "measured"), value: .none(none))])
    }
    let overLimit = lengths.shareOverLimit.map { share in
      Row(
        key: "over_limit", label: session.words("дольше 15 минут", "longer than 15 minutes"),
        value: .share(share))
    }
    return Section(
      key: key, title: title, note: note, form: .facts,
      rows: [
        count("count", "измерено", "measured", lengths.count),
        Row(
          key: "median", label: session.words("половина не дольше", "half took no longer than"),
          value: .length(lengths.median)),
        Row(
          key: "p90",
          label: session.words("девять из десяти не дольше", "nine of ten no longer than"),
          value: .length(lengths.p90)),
        Row(
          key: "longest", label: session.words("самое долгое", "the longest"),
          value: .length(lengths.longest)),
      ] + [overLimit].compactMap { $0 })
  }

  fileprivate var hours: Section {
    let busy = figures.byHour.indices.filter { figures.byHour[$0] > 0 }
    let shown = busy.isEmpty ? 0..<0 : busy[0]..<busy[busy.count - 1] + 1
    return Section(
      key: "hours", title: session.words("По часам", "By hour"),
      note: session.words("Визиты по часу начала.", "Visits by the hour in which they began."),
      form: .columns, rows: shown.map { counted("\($0)", "\($0)", figures.byHour[$0]) })
  }

  /// One day has no course of days; above three months the columns would be threads.
  fileprivate var days: Section {
    let shown = (2...92).contains(figures.days) ? 0..<figures.days : 0..<0
    return Section(
      key: "days", title: session.words("По дням", "By day"),
      note: session.words("Визиты по дню начала.", "Visits by the day on which they began."),
      form: .columns,
      rows: shown.map { index in
        let day = figures.from.adding(days: index)
        return counted("\(day)", String(typed(day).prefix(5)), figures.byDay[day] ?? 0)
      })
  }

  fileprivate var situations: Section {
    bars(
      "situations", "Жизненные ситуации", "Life situations", "Визиты.", "Visits.",
      ranked(figures.bySituation, names.situation).map { ($0.key.rawValue, $0.name, $0.count) })
  }

  fileprivate var services: Section {
    bars(
      "services", "Услуги", "Services", "В одном визите может быть несколько услуг.",
      "One visit may have several services.",
      ranked(figures.byService, names.service).map { ($0.key.rawValue, $0.name, $0.count) })
  }

  fileprivate var outcomes: Section {
    bars(
      "outcomes", "Итоги услуг", "Outcomes of services", "Итог каждой услуги визита.",
      "The outcome of each service of a visit.",
      ranked(figures.byOutcome, session.phrases.outcome).map {
        ($0.key.rawValue, $0.name, $0.count)
      })
  }

  fileprivate var channels: Section {
    bars(
      "channels", "Как обратились", "How they came", "Визиты.", "Visits.",
      ranked(figures.byChannel, session.phrases.visitChannel).map {
        ($0.key.rawValue, $0.name, $0.count)
      })
  }

  fileprivate var windowCounts: Section {
    bars(
      "windows", "Окна", "Windows", "Визиты по окну, которое их записало.",
      "Visits by the window that logged them.",
      ranked(figures.byDesk, window).map { ($0.key.description, $0.name, $0.count) })
  }

  private func bars(
    _ key: String, _ ru: String, _ en: String, _ noteRu: String, _ noteEn: String,
    _ counts: [(key: String, name: String, count: Int)]
  ) -> Section {
    Section(
      key: key, title: session.words(ru, en), note: session.words(noteRu, noteEn), form: .bars,
      rows: counts.map { counted($0.key, $0.name, $0.count) })
  }

  fileprivate func count(_ key: String, _ ru: String, _ en: String, _ count: Int) -> Row {
    counted(key, session.words(ru, en), count)
  }

  private func counted(_ key: String, _ label: String, _ count: Int) -> Row {
    Row(key: key, label: label, value: .count(count))
  }
}
