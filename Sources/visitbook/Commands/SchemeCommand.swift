internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook scheme`: the scheme's settings, which its rules work by.
struct SchemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scheme", abstract: "Show and change the scheme's settings.",
    subcommands: [SchemeShowCommand.self, SchemeSetCommand.self])
}

/// `visitbook scheme show`: every setting with its value.
struct SchemeShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the settings.")

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    var table = Table(
      name: "settings",
      columns: [
        Column("setting", .text, isKey: true), Column("setTo", .text), Column("meaning", .text),
      ])
    for field in AmendScheme.fields {
      table.append([
        .text(field.rawValue), .text(book.caseload.scheme.text(of: field)),
        .text(desk.library.words.meaning(of: field)),
      ])
    }
    try desk.show(table, as: output.format, columns: ["setting", "setTo", "meaning"])
  }
}

/// `visitbook scheme set`: changes settings, all of them or none.
struct SchemeSetCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change settings: NAME=VALUE, several at a time.",
    discussion: """
      'scheme show' names the settings. What is not named stays as it is; NAME= clears a setting that may be empty.
      """)

  @Argument(
    help: ArgumentHelp("Such as reviewWeeks=10 coordinatorPhone='01632 960100'.", valueName: "name=value"))
  var settings: [String]
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    guard book.caseload.maySet(book.member) else {
      throw Failure(.notAllowed, desk.words("scheme.supervisorOnly"))
    }
    var typed: [Field: String] = [:]
    var unknown: [Problem] = []
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      if let name = parts.first, let field = AmendScheme.fields.first(where: { $0.rawValue == name }),
        parts.count == 2
      {
        typed[field] = parts[1]
      } else {
        let known = AmendScheme.fields.map(\.rawValue)
        unknown.append(Problem(field: .scheme, fault: .notOneOf(setting, allowed: known)))
      }
    }
    guard unknown.isEmpty else { throw Refusal(unknown) }
    try book.record(AmendScheme(typed).facts(in: book.caseload, today: book.today))
    for field in AmendScheme.fields where typed[field] != nil {
      try desk.streams.result(line: "\(field.rawValue) = \(book.caseload.scheme.text(of: field))")
    }
  }
}
