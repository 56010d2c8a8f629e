internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook instrument`: the wellbeing instruments; needs no journal.
struct InstrumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instrument", abstract: "The wellbeing instruments: list them, check a file, score answers.",
    subcommands: [
      InstrumentListCommand.self, InstrumentCheckCommand.self, InstrumentScoreCommand.self,
      InstrumentUsedCommand.self, InstrumentSwitchCommand.self, InstrumentAddWordingCommand.self,
      InstrumentRemoveWordingCommand.self,
    ])
}

/// `visitbook instrument list`: the instruments that ship with the program.
struct InstrumentListCommand: ShowCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the instruments.")

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    var table = Table(
      name: "instruments",
      columns: [
        Column("instrument", .text, isKey: true), Column("version", .text, required: true),
        Column("title", .text), Column("questions", .integer, required: true),
        Column("onByDefault", .boolean, required: true), Column("volunteersMay", .boolean, required: true),
      ])
    for id in desk.library.instrumentIDs {
      let instrument = try desk.library.instrument(id)
      table.append([
        .text(id.rawValue), .text(instrument.version.description), Cell(instrument.title),
        .integer(instrument.items.count), .boolean(instrument.head.isOnByDefault),
        .boolean(instrument.head.may(.volunteer)),
      ])
    }
    try desk.show(
      table, as: output.format, columns: ["instrument", "title", "questions", "onByDefault", "volunteersMay"])
  }
}

/// `visitbook instrument check`: checks an instrument file that a scheme wrote.
struct InstrumentCheckCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an instrument file; says every fault with its place.")

  @Argument(help: "The file.")
  var file: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let instrument = try Library.instrument(reading: desk.files.read(file), file: file)
    try desk.streams.result(
      line: desk.words(
        "instrument.good", ["instrument": instrument.id.rawValue, "questions": "\(instrument.items.count)"]))
  }
}

/// `visitbook instrument score`: what answers come to, as JSON; nothing is recorded.
struct InstrumentScoreCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score answers and print scores, bands and triggers as JSON; records nothing.",
    discussion: "Answers stand in the order of the form; - is a blank.")

  @Argument(help: "The instrument, such as who5.")
  var instrument: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The answers, with commas: 3,4,2,3,5.", valueName: "answers"))
  var answers: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let form = try desk.instrument(typed: instrument)
    let given = try form.answers(
      typed: answers.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    let result = form.result(of: given)
    let scores = result.scores.map { score -> JSONValue in
      var fields: [(String, JSONValue)] = [
        ("score", JSONValue(score.id)), ("value", score.value.map(JSONValue.init(exactly:)) ?? .null),
        ("answered", .integer(score.answered)), ("missing", .integer(score.missing)),
      ]
      if let range = form.score(score.id)?.range {
        fields.append(
          ("range", .array([JSONValue(exactly: range.lowerBound), JSONValue(exactly: range.upperBound)])))
      }
      fields.append(("band", JSONValue(score.band?.id)))
      return .object(fields)
    }
    try desk.streams.result(
      JSONWriter.bytes(
        .object([
          ("instrument", JSONValue(form.id)), ("version", JSONValue(form.version)),
          ("scores", .array(scores)), ("triggers", JSONValue(listing: result.triggers)),
        ])))
  }
}

extension JSONValue {
  /// A number with as many decimals as it needs.
  fileprivate init(exactly number: Hundredths) {
    self = .decimal(number, places: number.count % 100 == 0 ? 0 : number.count % 10 == 0 ? 1 : 2)
  }
}
