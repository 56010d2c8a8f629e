internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook member add`: lets somebody in, with a passphrase of their own.
struct MemberAddCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Let somebody into the journal, with a passphrase of their own.",
    discussion: """
      A volunteer sees the families they are matched with and those granted to them, and no others. Shows their \
      recovery code once.
      """)

  @Option(help: "The name their entries are signed with.")
  var name: String
  @Option(help: "volunteer, coordinator or supervisor.")
  var role: Role
  @Option(help: ArgumentHelp("Which volunteer they are: V-07 or a name.", valueName: "volunteer"))
  var volunteer: String?
  @Flag(help: "They are a volunteer whom the book does not know yet: adds one of that name.")
  var newVolunteer = false
  @Option(help: ArgumentHelp("A file whose first line is their passphrase.", valueName: "file"))
  var newPassphraseFile: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    if newVolunteer, volunteer != nil {
      throw ValidationError("Give --volunteer or --new-volunteer, not both.")
    }
  }

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true, asking: true)
    defer { book.close(at: desk) }
    try book.requireOffice("addMember")
    let plain = try checkedName(in: book)
    let known = try checkedVolunteer(in: book)
    let adding = newVolunteer ? try AddVolunteer(name: plain).facts(in: book.caseload) : []
    let passphrase = try desk.passphrases.new(
      from: newPassphraseFile, desk.words("passphrase.askFor", ["name": plain]))
    var number = known
    for case .volunteerAdded(let volunteer) in try book.record(adding).map(\.entry.fact) {
      number = volunteer.number
    }
    let (member, code) = try book.journal.addMember(
      name: plain, role: role, volunteer: number, passphrase: passphrase, cost: .ofThisMachine())
    if let number, !role.isOffice {
      for family in book.caseload.families.standings where family.volunteer == number {
        try book.journal.grant(family.id, to: member.number)
      }
    }
    try desk.streams.result(line: desk.words("member.added", book.values(of: member)))
    try desk.say(code)
    if PassphraseStrength.of(passphrase, known: [book.caseload.scheme.name, plain]) < .fair {
      desk.streams.message(desk.words("passphrase.weak"))
    }
  }

  private func checkedName(in book: Book) throws(Refusal) -> String {
    let plain = plainText(name)
    if plain.isEmpty { throw Refusal(.name, .missing) }
    if plain.count > TextLimit.line { throw Refusal(.name, .tooLong(max: TextLimit.line)) }
    if book.members.contains(where: { !$0.hasLeft && $0.name.lowercased() == plain.lowercased() }) {
      throw Refusal(.name, .alreadyUsed(plain))
    }
    return plain
  }

  private func checkedVolunteer(in book: Book) throws(Refusal) -> VolunteerNumber? {
    let number = try book.volunteer(named: volunteer)
    if number == nil, !newVolunteer, !role.isOffice { throw Refusal(.volunteer, .missing) }
    if let number, book.members.contains(where: { !$0.hasLeft && $0.volunteer == number }) {
      throw Refusal(.volunteer, .alreadyUsed(number.description))
    }
    return number
  }
}
