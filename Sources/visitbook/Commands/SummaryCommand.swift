public import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports
internal import VisitScreens

extension SummaryGrouping: ExpressibleByArgument {}

/// `visitbook summary`: visits, hours and families of a period.
struct SummaryCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Add up the visits of a period.")

  @Option(
    help: ArgumentHelp(
      "2026, 2026-Q3, 2026-11, 2026-04-01..2027-03-31, last-quarter.", valueName: "period"))
  var period: String
  @Option(help: ArgumentHelp("month, ward, tier, volunteer, outcome or family.", valueName: "grouping"))
  var by: SummaryGrouping = .month
  @Option(
    name: .customLong("for"), help: ArgumentHelp("Only the visits of this volunteer.", valueName: "volunteer")
  )
  var volunteer: String?
  @Flag(
    help: "The figures beyond the visits alone: referrals, waiting, reach, depth, reviews, endings, words.")
  var figures = false
  @Flag(help: "How scores changed, need by need, alone.")
  var outcomes = false
  @Flag(help: "Visits, figures and scores together.")
  var all = false
  @Flag(help: "With small counts of people held back, as for what leaves the scheme.")
  var publishable = false
  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format: ListFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    guard let period = try desk.period(typed: period) else { return }
    let book = try Book.open(at: desk)
    let scope = try scope(in: book)
    let sheet =
      all || outcomes || figures
      ? FigureSheet(
        book.caseload, period: period, lists: book.lists, shelf: try desk.shelf(), scope: scope,
        today: book.today)
      : nil
    if let sheet, !all {
      if outcomes { try show(outcomes: sheet, in: book, at: desk) }
      if figures { try show(figures: sheet, at: desk) }
      return
    }
    let summary = VisitSummary(book.caseload, period: period, by: by, scope: scope, today: book.today)
    if format == .json {
      try desk.streams.result(JSONWriter.bytes(whole(summary, sheet, in: book, at: desk)))
      return
    }
    if format == .text {
      try desk.streams.result(
        line: desk.words(
          "summary.heading",
          [
            "period": period.label, "from": period.first.description, "to": period.last.description,
            "scheme": book.caseload.scheme.name,
          ]))
    }
    let table = summary.table(suppressing: publishable)
    try desk.show(
      table, as: format,
      columns: [
        by.rawValue, "visitsPlanned", "visitsMade", "visitsCancelledByFamily", "visitsNoAnswer",
        "contactMinutes", "travelMinutes", "miles", "familiesVisited",
      ])
    if format == .text {
      for figure in SummaryFigure.ofPeople where figure != .familiesVisited {
        try desk.streams.result(
          line: "\(desk.title(of: figure.rawValue)): "
            + (publishable ? summary.publishedTotals[figure]?.text ?? "" : "\(summary.totals[figure])"))
      }
    }
    if format == .text, let sheet {
      try sections(of: sheet, at: desk)
      try show(outcomes: sheet, in: book, at: desk)
    }
    if summary.erasedVisits > 0 {
      desk.streams.message(desk.words.count("summary.erased", summary.erasedVisits))
    }
    if summary.sealedVisits > 0 {
      desk.streams.message(desk.words.count("summary.sealed", summary.sealedVisits))
    }
  }

  /// What the member may add up: the scheme for the office, their own visits for a volunteer.
  private func scope(in book: Book) throws -> SummaryScope {
    let named = try book.volunteer(named: volunteer)
    guard !book.member.role.isOffice else { return named.map(SummaryScope.volunteer) ?? .scheme }
    guard let own = book.member.volunteer, named == nil || named == own else {
      throw Failure(.notAllowed, book.words("role.ownHoursOnly"))
    }
    return .volunteer(own)
  }
}

extension SummaryCommand {
  /// The summary as one JSON object, with the figures and outcomes beside the visits.
  private func whole(
    _ summary: VisitSummary, _ sheet: FigureSheet?, in book: Book, at desk: FrontDesk
  ) -> JSONValue {
    let visits = summary.json(suppressing: publishable)
    guard let sheet, case .object(let fields) = visits else { return visits }
    let table = sheet.table(suppressing: publishable) { desk.library.words.label(of: $0) }
    let scores = OutcomeTable.table(sheet.outcomes, lists: book.lists, suppressing: publishable)
    return .object(fields + [("figures", table.json), ("outcomes", scores.json)])
  }

  private func show(figures sheet: FigureSheet, at desk: FrontDesk) throws {
    if format == .text { return try sections(of: sheet, at: desk) }
    try desk.show(
      sheet.table(suppressing: publishable) { desk.library.words.label(of: $0) }, as: format,
      columns: ["section", "label", "amount", "unit", "of", "dateBasis"])
  }

  /// Section by section, as a person reads it: the heading with its date basis, a line for each figure.
  private func sections(of sheet: FigureSheet, at desk: FrontDesk) throws {
    let table = sheet.table(suppressing: publishable) { desk.library.words.label(of: $0) }
    for section in FigureSection.allCases {
      let rows = zip(sheet.lines, table.rows).filter { $0.0.section == section }.map(\.1)
      guard !rows.isEmpty else { continue }
      try desk.streams.result(line: "")
      try desk.streams.result(
        line: desk.words(
          "summary.section",
          ["title": desk.library.words("section.\(section.rawValue)"), "basis": section.dateBasis]))
      // Whole numbers are told as such; files keep two places throughout.
      let columns = table.columns.map { $0.key == "amount" ? Column("amount", .text) : $0 }
      let plain = rows.map { row in
        row.map { cell -> Cell in
          guard case .decimal(let amount) = cell else { return cell }
          return .text(amount.text(decimals: amount.count % 100 == 0 ? 0 : 1))
        }
      }
      try desk.show(
        Table(name: "figures", columns: columns, rows: plain), as: .text, columns: ["label", "amount", "of"])
    }
  }

  private func show(outcomes sheet: FigureSheet, in book: Book, at desk: FrontDesk) throws {
    if format == .text {
      try desk.streams.result(line: "")
      try desk.streams.result(line: desk.words("summary.outcomes"))
    }
    try desk.show(
      OutcomeTable.table(sheet.outcomes, lists: book.lists, suppressing: publishable), as: format,
      columns: ["subject", "presented", "pairs", "better", "same", "worse", "meanChange"])
  }
}
