import Terminal
import VisitLibrary
import VisitModel

/// What may lie over the screen: the keys that work here, the palette, a question. It takes every key until it goes.
enum Overlaid: Sendable {
  case help(HelpOverlay<Act>)
  case palette(Palette, acts: [String: Act], families: [String: FamilyID])
  case question(Question, Overlay)

  /// What came of a key.
  enum Outcome: Sendable {
    case stays
    case closes
    case refuses(String)
    case runs(Act)
    case opens(FamilyID)
    case does(@Sendable (Desk) -> [Effect])
  }

  /// Every command that works here.
  static func help(_ table: CommandTable<Act>, at desk: Desk) -> Overlaid {
    .help(HelpOverlay(table, title: desk.words("help.title"), footer: desk.words("help.footer")))
  }

  /// Every command that works here, and every family to go to.
  static func palette(_ table: CommandTable<Act>, at desk: Desk) -> Overlaid {
    let own = desk.ownFamilies.map { file in
      (
        row: PaletteRow(
          id: file.number.description, title: desk.title(of: file),
          detail: file.episode.map { desk.words("stage.\($0.state.stage.wordKey)") } ?? ""),
        id: file.id
      )
    }
    let merged = own.flatMap { row, id in
      desk.caseload.parts(of: id).dropFirst().compactMap { part in
        desk.caseload.families.number(of: part).map { number in
          (
            row: PaletteRow(
              id: number.description, title: "\(number) > \(row.title)", detail: row.detail), id: id
          )
        }
      }
    }
    let families = own + merged
    return .palette(
      Palette(
        table.paletteRows + families.map(\.row), title: desk.words("palette.title"),
        footer: desk.words("palette.footer")),
      acts: Dictionary(table.commands.map { ($0.id, $0.action) }, uniquingKeysWith: { first, _ in first }),
      families: Dictionary(families.map { ($0.row.id, $0.id) }, uniquingKeysWith: { first, _ in first }))
  }

  /// A question to be answered.
  static func question(_ question: Question, at desk: Desk) -> Overlaid {
    let isNotice = question.isNotice
    let keys = "\(question.yesKey.spelling) \(question.yesTitle)"
    return .question(
      question,
      Overlay(
        title: question.title, text: question.text,
        footer: isNotice ? keys : keys + "   " + desk.words("question.no"), style: .caution))
  }

  mutating func handle(_ key: Key) -> Outcome {
    switch self {
    case .help(var overlay):
      let outcome = overlay.handle(key)
      self = .help(overlay)
      switch outcome {
      case .consumed: return .stays
      case .refused(let reason): return .refuses(reason)
      case .closed: return .closes
      case .run(let act): return .runs(act)
      }
    case .palette(var palette, let acts, let families):
      let outcome = palette.handle(key)
      self = .palette(palette, acts: acts, families: families)
      switch outcome {
      case .consumed: return .stays
      case .refused(let reason): return .refuses(reason)
      case .closed: return .closes
      case .chosen(let id):
        if let act = acts[id] { return .runs(act) }
        return families[id].map(Outcome.opens) ?? .closes
      }
    case .question(let question, _):
      if key == question.yesKey { return .does(question.yes) }
      if question.isNotice { return key == .enter ? .does(question.yes) : .stays }
      return key == .escape || key == .character("n") ? .closes : .stays
    }
  }

  mutating func paste(_ text: String) {
    for character in text where !character.isNewline { _ = handle(.character(character)) }
  }

  func draw(on grid: inout Grid) {
    let area = Rect(grid.size)
    switch self {
    case .help(let overlay): overlay.draw(in: area, on: &grid)
    case .palette(let palette, _, _): palette.draw(in: area, on: &grid)
    case .question(_, let overlay): overlay.draw(in: area, on: &grid)
    }
  }
}
