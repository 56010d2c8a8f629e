import Terminal
import VisitLibrary
import VisitModel

/// The wellbeing instruments, each with who may give it and whether the scheme uses it; one key switches it on or off.
struct InstrumentsScreen: Screen {
  private let instruments: [Instrument]
  private var cursor: ListCursor

  init(at desk: Desk) {
    instruments = desk.instruments.values.sorted { $0.title < $1.title }
    cursor = ListCursor(count: instruments.count)
  }

  private var selected: Instrument? { cursor.selection.map { instruments[$0] } }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }

  func title(at desk: Desk) -> String { desk.words("instruments.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    let isOn = selected.map { desk.caseload.wordings.isOn($0) } ?? false
    return [
      Command(
        isOn ? "switchoff" : "switchon", .switchInstrument, keys: [.enter, .character(" ")], at: desk,
        unless: desk.officeOnly ?? onlyElsewhere(at: desk)),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  /// Nothing is switched on that the scheme never gives.
  private func onlyElsewhere(at desk: Desk) -> String? {
    selected?.isOnlyDoneElsewhere == true ? desk.words("instruments.onlyelsewhere") : nil
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: return [.pop]
    case .switchInstrument:
      guard let selected else { return [] }
      do throws(Refusal) {
        let facts = try SwitchInstrument(selected, isOn: !desk.caseload.wordings.isOn(selected))
          .facts(in: desk.caseload)
        return [.record(facts) { kept, desk in [.say(.recorded(kept, at: desk))] }]
      } catch {
        return [.say(Message(.error, error.problems.map(desk.sentence).joined(separator: " ")))]
      }
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    _ = cursor.handle(event, firstRow: area.row + 3)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (head, rest) = area.splitTop(2)
    grid.writeWrapped(desk.words("instruments.text"), in: head.inset(columns: 1, rows: 0), style: .dim)
    let list = rest.splitTop(1).rest
    cursor.pageRows = max(1, list.rows)
    let layout = ColumnLayout(
      [
        Column(id: "on", title: desk.words("instruments.used"), minimum: 6),
        Column(id: "title", title: desk.words("column.checkin"), minimum: 16, ideal: 40, isFlexible: true),
        Column(id: "who", title: desk.words("instruments.who"), minimum: 12, ideal: 24, priority: 2),
        Column(id: "words", title: desk.words("instruments.wording"), minimum: 8, priority: 3),
      ], width: area.columns)
    layout.drawHeader(in: rest.line(0), on: &grid)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      let instrument = instruments[index]
      layout.drawRow(
        [
          TableCell(
            desk.words(
              instrument.isOnlyDoneElsewhere
                ? "instruments.elsewhere"
                : desk.caseload.wordings.isOn(instrument) ? "instruments.on" : "instruments.off")),
          TableCell(instrument.title), TableCell(desk.words("instruments.\(who(instrument))")),
          TableCell(
            desk.words(
              instrument.asked(with: desk.caseload.wordings).hasWording
                ? "instruments.words" : "instruments.topics")),
        ], in: list.line(line), on: &grid, selected: index == cursor.selection)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }

  /// Who may give it, as the word for it is called.
  private func who(_ instrument: Instrument) -> String {
    if instrument.head.needsSafetyCover { return "covered" }
    if instrument.head.may(.volunteer) { return "everybody" }
    return instrument.head.may(.coordinator) ? "office" : "nobody"
  }
}
