import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The volunteers who might visit a family, with what speaks for and against each: Enter makes the match.
struct CandidatesScreen: Screen {
  let family: FamilyID
  private var candidates: [MatchCandidate] = []
  private var cursor = ListCursor()

  init(_ family: FamilyID, at desk: Desk) {
    self.family = family
    refresh(at: desk)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func title(at desk: Desk) -> String {
    desk.words("match.title", ["family": desk.caseload.families[family].map { desk.title(of: $0) } ?? ""])
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    let selected = cursor.selection.map { candidates[$0] }
    let missing = selected.flatMap { candidate in
      candidate.readiness.isReady
        ? nil
        : desk.words(
          "match.notready",
          [
            "volunteer": candidate.volunteer.name,
            "gaps": candidate.readiness.gaps.map(desk.gap).joined(separator: "; "),
          ])
    }
    return [
      Command(
        "makematch", .makeMatch, keys: [.enter, .character("m")], at: desk,
        unless: desk.coordinatorOnly ?? (selected == nil ? desk.words("volunteers.nothing") : missing)),
      Command(
        "openvolunteer", .open, keys: [.character("v")], at: desk,
        unless: selected == nil ? desk.words("volunteers.nothing") : nil),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard act != .back, let row = cursor.selection else { return [.pop] }
    let volunteer = candidates[row].volunteer.number
    switch act {
    case .open: return [.push(VolunteerScreen(volunteer, at: desk))]
    case .makeMatch: return [.replace(FormScreen.makeMatch(family, with: volunteer, at: desk))]
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    _ = cursor.handle(event, firstRow: area.row + 1)
    return []
  }

  mutating func refresh(at desk: Desk) {
    candidates =
      desk.caseload.families[family].map {
        MatchCandidates(for: $0, in: desk.caseload, lists: desk.lists, on: desk.today).candidates
      } ?? []
    cursor.reselect(nil, count: candidates.count)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.number"), minimum: 5),
        Column(id: "name", title: desk.words("column.name"), minimum: 12, ideal: 18),
        Column(id: "standing", title: desk.words("column.standing"), minimum: 9, ideal: 26),
        Column(id: "has", title: desk.words("column.has"), minimum: 5, priority: 1),
        Column(id: "reasons", title: desk.words("column.forandagainst"), minimum: 12, isFlexible: true),
      ], width: area.columns)
    let (header, list) = area.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      let candidate = candidates[index]
      let reasons = candidate.reasons.map { desk.reason($0) }.joined(separator: ", ")
      layout.drawRow(
        [
          TableCell(candidate.volunteer.number.description), TableCell(candidate.volunteer.name),
          desk.standingCell(candidate.readiness),
          TableCell("\(candidate.readiness.families)/\(candidate.readiness.capacity)"), TableCell(reasons),
        ], in: list.line(line), on: &grid, selected: index == cursor.selection)
    }
    if candidates.isEmpty {
      grid.writeWrapped(desk.words("match.nobody"), in: list.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}

extension Desk {
  /// What speaks for or against a match: `+ speaks Polish`, `- visits elsewhere`.
  func reason(_ reason: MatchReason) -> String {
    (reason.isFor ? "+ " : "- ") + words("match.\(reason.key)", ["what": reason.value(lists)])
  }
}

extension FormScreen {
  /// Matches a family with a volunteer: the day, and why this one.
  static func makeMatch(_ family: FamilyID, with volunteer: VolunteerNumber, at desk: Desk) -> FormScreen {
    let form = Form([
      .line(.date, desk.long(desk.today), at: desk, width: 16),
      .line(.note, at: desk, hint: desk.words("match.why.hint"), label: desk.words("match.why.label")),
    ])
    return FormScreen(
      heading: desk.words(
        "match.with",
        [
          "family": desk.caseload.families[family].map { desk.title(of: $0) } ?? "",
          "volunteer": desk.volunteerTitle(volunteer),
        ]),
      explanation: desk.words("match.text"), form: form
    ) { form, desk throws(Refusal) in
      let facts = try MakeMatch(
        family: family, volunteer: volunteer.description, day: form.text(of: Field.date.rawValue),
        why: form.text(of: Field.note.rawValue)
      ).facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }
}
