internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook volunteer`: the people who visit.
struct VolunteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "volunteer", abstract: "Add volunteers and list them.",
    subcommands: [VolunteerAddCommand.self, VolunteerListCommand.self])
}

/// `visitbook volunteer add`: adds a volunteer to the scheme.
struct VolunteerAddCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a volunteer.")

  @Option(help: "The volunteer's name.")
  var name: String
  @Option(help: ArgumentHelp("A telephone number.", valueName: "number"))
  var phone: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("addVolunteer")
    let kept = try book.recordLast(AddVolunteer(name: name, phone: phone ?? "").facts(in: book.caseload))
    for case .volunteerAdded(let volunteer) in kept.map(\.entry.fact) {
      try desk.streams.result(
        line: desk.words(
          "volunteer.added", ["volunteer": volunteer.number.description, "name": volunteer.name]))
    }
  }
}

/// `visitbook volunteer list`: the volunteers, with the families each visits now.
struct VolunteerListCommand: ShowCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the volunteers.")

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    var families: [VolunteerNumber: [FamilyNumber]] = [:]
    for family in book.caseload.families.standings {
      if let volunteer = family.volunteer { families[volunteer, default: []].append(family.number) }
    }
    var table = Table(
      name: "volunteers",
      columns: [
        Column("volunteer", .text, isKey: true), Column("name", .text, required: true),
        Column("phone", .text), Column("active", .boolean, required: true),
        Column("families", .integer, required: true), Column("familyNumbers", .list),
      ])
    for volunteer in book.caseload.volunteersInOrder {
      let own = families[volunteer.number] ?? []
      table.append([
        .text(volunteer.number.description), .text(volunteer.name), Cell(volunteer.phone),
        .boolean(volunteer.isActive), .integer(own.count), Cell(listing: own),
      ])
    }
    try desk.show(table, as: output.format, columns: ["volunteer", "name", "phone", "active", "families"])
  }
}
