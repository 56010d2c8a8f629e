internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook family letter`: a letter about a family, ready to be printed.
struct FamilyLetterCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Write a letter to a family or to whoever referred it.",
    discussion: """
      KIND is one of: acceptance-referrer, refusal-referrer, ending-family, ending-referrer. That the letter was written is \
      recorded. --to - writes it to standard output.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "Which letter.")
  var kind: String
  @Option(name: .customLong("to"), help: ArgumentHelp("The file to write.", valueName: "file"))
  var path: String
  @Flag(help: "Replace a file that is there.")
  var force = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let letters = try Library.letters()
    guard let template = letters.first(where: { $0.id.rawValue == kind.lowercased() }) else {
      let known = letters.map(\.id.rawValue).joined(separator: ", ")
      throw Failure(.noInput, desk.words("letter.unknown", ["text": kind, "known": known]))
    }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("letter")
    let file = try book.family(typed: family)
    let facts = try WriteLetter(family: file.id, template: template).facts(
      in: book.caseload, today: book.today)
    let text = template.filled(
      LetterValues.values(
        for: file, in: book.caseload, lists: book.lists, member: book.member, today: book.today,
        day: { desk.words.long($0) }))
    if path == "-" {
      try desk.streams.result(
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    } else {
      try desk.files.write(Array(text.utf8), to: path, replacing: force)
    }
    try book.record(facts)
    if path != "-" {
      try desk.streams.result(line: desk.words("letter.written", ["file": path, "title": template.title]))
    }
  }
}

extension Wording {
  /// A day as a letter has it: 23 November 2026.
  func long(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(self("month.\(month)")) \(year)"
  }
}
