import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// A letter about a family, to be read before it is written to a file; Tab shows the next one.
struct LetterScreen: Screen {
  let family: FamilyID
  private let letters: [LetterTemplate]
  private var place = 0
  private var scroll = PageScroll()

  /// The letters, the one that was written before in front, or the one the stage calls for.
  init(_ family: FamilyID, showing written: LetterID? = nil, at desk: Desk) {
    self.family = family
    do throws(LibraryError) { letters = try Library.letters() } catch { letters = [] }
    let stage = desk.caseload.families[family]?.episode?.state.stage
    let wanted: String =
      switch stage {
      case .refused: "refusal-referrer"
      case .endingPlanned, .ended: "ending-family"
      default: "acceptance-referrer"
      }
    place = letters.firstIndex { $0.id.rawValue == written?.rawValue ?? wanted } ?? 0
  }

  private var letter: LetterTemplate? { letters.indices.contains(place) ? letters[place] : nil }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func title(at desk: Desk) -> String {
    let name = desk.caseload.families[family].map(desk.title) ?? ""
    return desk.words("letter.title", ["name": letter?.title ?? "", "family": name])
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command(
        "writeletter", .export, keys: [.character("e"), .enter], at: desk,
        unless: desk.coordinatorOnly ?? refusal(at: desk)),
      Command("nextletter", .nextTab, keys: [.tab, .right], at: desk),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  /// Why the letter cannot be written for this family now.
  private func refusal(at desk: Desk) -> String? {
    guard let letter else { return nil }
    do throws(Refusal) {
      _ = try WriteLetter(family: family, template: letter).facts(in: desk.caseload, today: desk.today)
      return nil
    } catch { return error.problems.first.map(desk.sentence) }
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: return [.pop]
    case .nextTab:
      place = letters.isEmpty ? 0 : (place + 1) % letters.count
      return []
    case .export:
      guard let letter, let file = desk.caseload.families[family] else { return [] }
      return [.push(FormScreen.write(letter, for: file, at: desk))]
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    scroll.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let letter, let file = desk.caseload.families[family] else { return }
    let text = letter.filled(desk.letterValues(for: file))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      line.isEmpty ? [""] : CellText.wrapped(String(line), to: max(10, area.columns - 3)).map { String($0) }
    }
    let first = scroll.first(of: lines.count, rows: area.rows)
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line, at: area.position(2, row), maxColumns: area.columns - 2)
    }
    if grid.cursor == nil { grid.cursor = area.origin }
  }
}

extension FormScreen {
  /// Writes a letter to a folder; that it was written is recorded first.
  fileprivate static func write(_ letter: LetterTemplate, for file: FamilyFile, at desk: Desk) -> FormScreen {
    let name = "\(file.number)-\(letter.id)"
    let id = file.id
    return FormScreen(
      heading: desk.words("letter.write.title", ["name": letter.title]),
      explanation: desk.words("letter.write.text", ["file": name + ".txt"]),
      form: Form([
        FormField(
          id: Field.record.rawValue, label: desk.words("export.folder"),
          kind: .line("letters", maxLength: 1_000), isRequired: true)
      ])
    ) { form, desk throws(Refusal) in
      let folder = plainText(form.text(of: Field.record.rawValue))
      guard !folder.isEmpty else { throw Refusal(.record, .missing) }
      let facts = try WriteLetter(family: id, template: letter).facts(in: desk.caseload, today: desk.today)
      return [
        .record(facts) { _, desk in
          guard let file = desk.caseload.families[id] else { return [.pop] }
          let text = letter.filled(desk.letterValues(for: file))
          let made = ExportFile(name: name + ".txt", bytes: Array(text.utf8))
          return [.pop, .write(ExportRequest(folder: folder, files: [made]))]
        }
      ]
    }
  }
}

extension Desk {
  /// What fills the gaps of a letter.
  func letterValues(for file: FamilyFile) -> [LetterGap: String] {
    LetterValues.values(for: file, in: caseload, lists: lists, member: member, today: today) { day in
      let (year, month, number) = day.civil
      return "\(number) \(words("month.\(month).short")) \(year)"
    }
  }
}
