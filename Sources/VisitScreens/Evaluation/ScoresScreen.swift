import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// How a family's needs and goals were scored, side by side: start, review, ending, and what has become of each.
struct ScoresScreen: Screen {
  let family: FamilyID
  private var scroll = PageScroll()

  init(_ family: FamilyID) { self.family = family }

  func familyInFront(at desk: Desk) -> FamilyID? { family }

  func familyOpened(at desk: Desk) -> FamilyID? { family }

  func title(at desk: Desk) -> String {
    desk.words("scores.title") + "  " + (desk.caseload.families[family].map(desk.title) ?? "")
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command("back", .back, keys: [.escape, .enter, .character("q")], at: desk),
      Command("letters", .letters, keys: [.character("l")], at: desk, unless: desk.coordinatorOnly),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: [.pop]
    case .letters: [.push(LetterScreen(family, at: desk))]
    default: []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    scroll.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let file = desk.caseload.families[family] else { return }
    let lines = ScoresPage(file: file, desk: desk, columns: area.columns - 2).lines
    let first = scroll.first(of: lines.count, rows: area.rows)
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, row), style: line.style, maxColumns: area.columns - 1)
    }
    if grid.cursor == nil { grid.cursor = area.origin }
  }
}

/// The lines of a page of scores side by side.
struct ScoresPage {
  let file: FamilyFile
  let desk: Desk
  let columns: Int

  var lines: [PageLine] {
    guard let episode = file.episode else { return [] }
    let needs = ScoreCourse.needs(
      of: file, in: episode.number, by: desk.instruments[.coping], lists: desk.lists)
    let goals = ScoreCourse.goals(of: file, in: episode.number, by: desk.instruments[.goals])
    var lines = [PageLine(standing(episode), .accent), PageLine("")]
    if needs.isEmpty, goals.isEmpty { return lines + [PageLine(desk.words("scores.none"), .dim)] }
    if !needs.isEmpty { lines += table("scores.needs.heading", needs) }
    if !goals.isEmpty { lines += table("scores.goals.heading", goals) }
    let voices = file.evaluation.standingFeedback.compactMap(\.current)
      .filter { $0.episode == episode.number }
    for voice in voices where !voice.words.isEmpty {
      for line in CellText.wrapped("\u{201C}\(voice.words)\u{201D}", to: max(10, columns)) {
        lines.append(PageLine(String(line), .dim))
      }
    }
    return lines
  }

  private func standing(_ episode: Episode) -> String {
    guard episode.state.stage.isClosed else {
      return desk.words("scores.open", ["day": desk.long(episode.began)])
    }
    return desk.words(
      "scores.ended",
      ["day": desk.long(episode.since), "why": episode.state.why(desk.lists)?.oneLine ?? ""])
  }

  private func table(_ heading: String, _ courses: [ScoreCourse]) -> [PageLine] {
    // The last column is the ending once there is one, and before that whatever was scored last.
    let hasEnded = courses.contains { $0.ending != nil }
    let titles = ["scores.start", "scores.review", hasEnded ? "scores.ending" : "scores.now"]
      .map { CellText.padded(desk.words($0), to: 8) }.joined()
    let width = max(12, min(40, columns - 36))
    var lines = [
      PageLine(desk.words(heading), .heading),
      PageLine(CellText.padded("", to: width + 1) + titles, .dim),
    ]
    for course in courses {
      let marks = [course.start, course.review, hasEnded ? course.ending : course.now]
      let scores = marks.map { CellText.padded(text($0), to: 8) }.joined()
      let word = course.change.map { desk.words("change.\($0.rawValue)") } ?? ""
      let label = CellText.truncated(course.subject.text(desk.lists).oneLine, to: width)
      lines.append(
        PageLine(
          CellText.padded(label, to: width + 1) + scores + word,
          course.change == .worse ? .caution : .normal))
    }
    return lines + [PageLine("")]
  }

  private func text(_ mark: ScoreMark?) -> String {
    guard let mark else { return "-" }
    return mark.value?.text(decimals: 0) ?? desk.words("scores.declined")
  }
}
