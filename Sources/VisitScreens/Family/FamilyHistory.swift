import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// Everything that was recorded of a family, latest first: when, by whom, what it was, and where it was a correction why
/// and what it said before.
struct FamilyHistory: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  /// One entry as a line.
  struct Line {
    let stamp: Stamp
    let number: EntryNumber?
    let author: String
    /// What it was; worded only when it is shown.
    let what: () -> String
    let opens: Opened?
  }

  /// What a line is about, where it can be opened or put right.
  enum Opened: Hashable {
    case visit(RecordID)
    case checkIn(RecordID)
    case letter(LetterID)
    case move(RecordID)
    case review(RecordID)
    case feedback(RecordID)
    /// A consent, a life event or a health review.
    case background(RecordID, place: Int)
    /// Any other entry, by its place in the report.
    case entry(place: Int)
  }

  /// How many entries there are.
  var rows: Int { lines.count }

  /// The entries, latest first.
  var lines: [Line] {
    var lines: [Line] = []
    for record in file.visits {
      for (index, version) in record.versions.enumerated() {
        let day = (version.value ?? record.lastSaid).map { desk.long($0.day) } ?? ""
        let key =
          index == 0
          ? "history.visit.recorded"
          : version.value == nil ? "history.visit.retracted" : "history.visit.amended"
        lines.append(
          line(
            version, desk.words(key, ["day": day, "reason": version.reason?.text ?? ""]),
            opens: .visit(record.id)))
      }
    }
    for record in file.checkIns {
      for version in record.versions {
        let instrument = record.lastSaid?.instrument
        let name = instrument.flatMap { desk.instruments[$0]?.shortTitle } ?? ""
        let key = version.value == nil ? "history.checkin.retracted" : "history.checkin.recorded"
        lines.append(
          line(
            version, desk.words(key, ["name": name, "reason": version.reason?.text ?? ""]),
            opens: .checkIn(record.id)))
      }
    }
    return (lines + moves + evaluation + others).sorted { $0.stamp > $1.stamp }
  }

  /// What the lines above do not tell of themselves.
  private var others: [Line] {
    let told: Set<FactKind> = [
      .visitRecorded, .visitAmended, .visitRetracted, .checkInRecorded,
      .checkInRetracted, .episodeOpened, .episodeMoved, .moveAmended, .moveRetracted, .reviewHeld,
      .reviewAmended, .reviewRetracted, .feedbackGiven, .feedbackAmended, .feedbackRetracted, .letterWritten,
    ]
    return FamilyHistoryReport(file, in: desk.caseload).entries.enumerated().compactMap { place, entry in
      if told.contains(entry.kind) { return nil }
      let isBackground =
        entry.record.map { file.background.isStanding($0) } ?? false && entry.kind != .consentWithdrawn
      return Line(
        stamp: entry.stamp, number: entry.number, author: desk.caseload.name(of: entry.author),
        what: { said(entry) },
        opens: isBackground
          ? entry.record.map { .background($0, place: place) } : .entry(place: place))
    }
  }

  private func said(_ entry: HistoryEntry) -> String {
    switch entry.kind {
    case .familyAdded: return desk.words("history.family.added")
    case .familyAmended:
      let changes = entry.changes(desk.factFields(file)).map { desk.words.sentence(for: $0) }
      return ([desk.words("history.family.amended", ["reason": entry.reason])] + changes)
        .joined(separator: "; ")
    default: return desk.words.gist(of: entry, desk.factFields(file))
    }
  }

  private var moves: [Line] {
    var lines: [Line] = []
    for record in file.episodeLogs.flatMap(\.moves) {
      for (index, version) in record.versions.enumerated() {
        guard let move = version.value ?? record.lastSaid else { continue }
        let key =
          index == 0
          ? "history.move" : version.value == nil ? "history.move.retracted" : "history.move.amended"
        let why = version.reason?.text ?? move.state.why(desk.lists) ?? ""
        lines.append(
          line(version, said(move, as: key) + (why.isEmpty ? "" : ": " + why), opens: .move(record.id)))
      }
    }
    for aside in file.setAsideMoves {
      let what =
        aside.move.map { said($0, as: "history.move.aside") } ?? desk.words("history.move.aside.retracted")
      lines.append(
        Line(
          stamp: aside.stamp, number: aside.number, author: desk.caseload.name(of: aside.author),
          what: { what }, opens: nil))
    }
    return lines
  }

  /// Reviews, feedback and letters.
  private var evaluation: [Line] {
    var lines: [Line] = []
    for record in file.evaluation.reviews {
      for (index, version) in record.versions.enumerated() {
        guard let review = version.value ?? record.lastSaid else { continue }
        let key = key("history.review", index, version)
        let values = [
          "day": desk.long(review.day), "reason": version.reason?.text ?? "",
          "overall": desk.words("finding.\(review.overall.word.rawValue.filter { $0.isLetter })"),
        ]
        lines.append(line(version, desk.words(key, values), opens: .review(record.id)))
      }
    }
    for record in file.evaluation.feedback {
      for (index, version) in record.versions.enumerated() {
        let key = key("history.feedback", index, version)
        lines.append(
          line(version, desk.words(key, ["reason": version.reason?.text ?? ""]), opens: .feedback(record.id)))
      }
    }
    for version in file.evaluation.letters {
      guard let letter = version.value else { continue }
      lines.append(
        line(
          version, desk.words("history.letter", ["name": desk.words("letter.\(letter.kind)")]),
          opens: .letter(letter.kind)))
    }
    return lines
  }

  private func key<Value>(_ stem: String, _ index: Int, _ version: Version<Value>) -> String {
    index == 0 ? stem : version.value == nil ? stem + ".retracted" : stem + ".amended"
  }

  private func said(_ move: EpisodeMove, as key: String) -> String {
    desk.words(
      key, ["stage": desk.words("stage.\(move.state.stage.wordKey)"), "day": desk.long(move.day)])
  }

  private func line<Value>(
    _ version: Version<Value>, _ what: @escaping @autoclosure () -> String, opens: Opened? = nil
  ) -> Line {
    Line(
      stamp: version.stamp, number: version.number, author: desk.caseload.name(of: version.author),
      what: what, opens: opens)
  }

  var count: Int? { nil }

  private func opened(_ selection: Int?) -> Opened? {
    let lines = lines
    return selection.flatMap { $0 < lines.count ? lines[$0].opens : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    guard selection != nil else { return [] }
    let open = Command("open", .open, keys: [.enter], at: desk)
    let isGone: Bool
    switch opened(selection) {
    case .move(let id): isGone = desk.caseload.move(id)?.move.isRetracted ?? true
    case .review(let id): isGone = desk.caseload.review(id)?.review.isRetracted ?? true
    case .feedback(let id): isGone = file.evaluation.feedback(id)?.isRetracted ?? true
    case .background(let id, _): isGone = !file.background.isStanding(id)
    case .visit, .checkIn, .letter, .entry, nil: return [open]
    }
    let reason = desk.coordinatorOnly ?? (isGone ? desk.words("fault.alreadyRetracted") : nil)
    let isBackground = if case .background = opened(selection) { true } else { false }
    return (isBackground ? [open] : []) + [
      Command(
        "amend", .amendVisit, keys: isBackground ? [.character("a")] : [.character("a"), .enter], at: desk,
        unless: reason),
      Command("retract", .retractVisit, keys: [.character("x")], at: desk, unless: reason),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    switch (act, opened(selection)) {
    case (.open, .visit(let id)): [.push(VisitScreen(id, at: desk))]
    case (.open, .checkIn(let id)): [.push(CheckInResultScreen(id, at: desk))]
    case (.open, .letter(let kind)): [.push(LetterScreen(file.id, showing: kind, at: desk))]
    case (.open, .entry(let place)), (.open, .background(_, let place)):
      [.push(HistoryEntryScreen(file.id, place: place, at: desk))]
    case (.open, _): []
    case (.amendVisit, .background(let id, _)):
      FormScreen.amendBackground(id, of: file, at: desk).map { [.push($0)] } ?? []
    case (.retractVisit, .background(let id, _)):
      [.push(FormScreen.retractBackground(id, of: file, at: desk))]
    case (.amendVisit, .move(let id)): [.push(FormScreen.amendMove(id, at: desk))]
    case (.retractVisit, .move(let id)): [.push(FormScreen.retractMove(id, at: desk))]
    case (.amendVisit, .review(let id)):
      [
        .openDraft(
          Draft.Key(form: .amendReview(id), family: file.id),
          orElse: ReviewFormScreen(file.id, purpose: .amend(id), at: desk))
      ]
    case (.amendVisit, .feedback(let id)): [.push(FormScreen.feedback(file, amending: id, at: desk))]
    case (.retractVisit, .feedback(let id)): [.push(FormScreen.retractFeedback(id, of: file, at: desk))]
    case (.retractVisit, .review(let id)): [.push(FormScreen.retractReview(id, at: desk))]
    default: nil
    }
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let layout = ColumnLayout(
      [
        Column(id: "entered", title: desk.words("column.entered"), minimum: 16, ideal: 22),
        Column(id: "entry", title: desk.words("column.entry"), minimum: 6, alignment: .right, priority: 2),
        Column(id: "author", title: desk.words("column.author"), minimum: 8, ideal: 12, priority: 1),
        Column(id: "what", title: desk.words("column.what"), minimum: 12, isFlexible: true),
      ], width: area.columns)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    let lines = lines
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() where index < lines.count {
      let line = lines[index]
      layout.drawRow(
        [
          TableCell(desk.entered(line.stamp)), TableCell(line.number?.description ?? ""),
          TableCell(line.author), TableCell(line.what().oneLine),
        ], in: list.line(row), on: &grid, selected: index == place.cursor.selection)
    }
  }
}
