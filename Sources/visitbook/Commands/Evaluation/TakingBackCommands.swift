internal import ArgumentParser
internal import VisitModel

/// `visitbook checkin retract`: takes a check-in back; it stays to be seen and counts no more.
struct CheckInRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a check-in back, with a reason; it stays to be seen.")

  @Argument(help: "The check-in, as the list names it; its first letters are enough.")
  var checkIn: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let (file, record) = try book.checkIn(typed: checkIn)
    try book.requireOwn(file)
    try book.record(RetractCheckIn(record: record.id, reason: reason).facts(in: book.caseload))
    try desk.streams.result(
      line: desk.words(
        "checkin.retracted",
        book.values(of: file).merging([
          "id": record.id.description, "day": record.lastSaid?.day.description ?? "",
        ]) { $1 }))
  }
}

/// `visitbook visit followup`: ticks off what was to be done after a visit.
struct VisitFollowUpCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "followup", abstract: "Tick off what was to be done after a visit.")

  @Argument(help: "The visit it came from, as the list names it; its first letters are enough.")
  var visit: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let (file, record) = try book.visit(typed: visit)
    try book.requireOwn(file)
    try book.record(
      FinishFollowUp(family: file.id, visit: record.id.description).facts(in: book.caseload))
    try desk.streams.result(
      line: desk.words(
        "visit.followedUp",
        book.values(of: record, file).merging(["what": record.lastSaid?.followUp?.what ?? ""]) { $1 }))
  }
}
