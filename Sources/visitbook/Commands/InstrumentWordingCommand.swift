internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook instrument add-wording`: stores the official wording that the scheme holds a licence for.
struct InstrumentAddWordingCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-wording", abstract: "Add the official wording of an instrument under your licence.",
    discussion: """
      The file is JSON: {"licence": "who holds it, its number or letter", "licensedOn": "2026-05-03", \
      "instructions": "…", "items": {"q1": "…"}, "options": {"o0": "…"}}. Options may stand by question too: \
      {"q1": {"o0": "…"}}. Every question needs its words; they are then asked on the screen as they stand.
      """)

  @Argument(help: "The instrument, such as who5.")
  var instrument: String
  @Argument(help: "The file with the wording; - is standard input.")
  var file: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let form = try desk.instrument(typed: instrument)
    let wording = try WordingFile.read(desk.files.read(file), file: file, for: form)
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("addWording")
    try book.recordLast(AddWording(wording, to: form).facts(today: book.today))
    try desk.streams.result(
      line: desk.words("instrument.worded", ["instrument": form.title, "licence": wording.licence]))
  }
}

/// `visitbook instrument remove-wording`: takes an official wording away, as when the licence ends.
struct InstrumentRemoveWordingCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-wording", abstract: "Take the official wording away, as when the licence ends.")

  @Argument(help: "The instrument, such as who5.")
  var instrument: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let form = try desk.instrument(typed: instrument)
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("addWording")
    try book.recordLast(RemoveWording(of: form.id, reason: reason).facts(in: book.caseload))
    try desk.streams.result(line: desk.words("instrument.unworded", ["instrument": form.title]))
  }
}

/// `visitbook instrument switch`: switches an instrument on or off for the scheme.
struct InstrumentSwitchCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "switch", abstract: "Switch an instrument on or off for the scheme.")

  enum Position: String, CaseIterable, ExpressibleByArgument { case on, off }

  @Argument(help: "The instrument, such as phq9.")
  var instrument: String
  @Argument(help: "on or off.")
  var position: Position
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let form = try desk.instrument(typed: instrument)
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("switchInstrument")
    let facts = try SwitchInstrument(form, isOn: position == .on).facts(in: book.caseload)
    try book.recordLast(facts)
    try desk.streams.result(
      line: desk.words(
        position == .on ? "instrument.on" : "instrument.off", ["instrument": form.title]))
    if position == .on, form.head.needsSafetyCover {
      desk.streams.message(desk.words("instrument.needsCover", ["instrument": form.title]))
    }
  }
}

/// `visitbook instrument used`: what this scheme uses: on or off, with wording or keyed in from the form.
struct InstrumentUsedCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "used", abstract: "List which instruments this scheme uses, and which have their wording.")

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    var table = Table(
      name: "instruments",
      columns: [
        Column("instrument", .text, isKey: true), Column("title", .text),
        Column("used", .boolean, required: true), Column("hasWording", .boolean, required: true),
        Column("licence", .text), Column("licensedOn", .day), Column("needsCover", .boolean, required: true),
      ])
    for id in desk.library.instrumentIDs {
      let instrument = try desk.library.instrument(id)
      let wording = book.caseload.wordings[id]
      table.append([
        .text(id.rawValue), Cell(instrument.title), .boolean(book.caseload.wordings.isOn(instrument)),
        .boolean(instrument.asked(with: book.caseload.wordings).hasWording), Cell(wording?.licence),
        Cell(wording?.licensedOn), .boolean(instrument.head.needsSafetyCover),
      ])
    }
    try desk.show(
      table, as: output.format,
      columns: ["instrument", "title", "used", "hasWording", "needsCover", "licence"])
  }
}
