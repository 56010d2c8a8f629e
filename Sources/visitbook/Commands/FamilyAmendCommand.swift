internal import ArgumentParser
internal import VisitModel

/// `visitbook family amend`: corrects what is known of a family; what it said before stays to be seen.
struct FamilyAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Amend a family, with a reason.",
    discussion: """
      Only what is named is changed; a field given as '' is cleared. --carer and --child add people; --birth gives a \
      person of the family a day of birth, as when an unborn child is born.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is amended.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the family")
  var fields: FamilyFields
  @Option(
    help: ArgumentHelp("A person's birth: P3:2026-11-20, or P3:due 2027-02-01.", valueName: "person:day"))
  var birth: [String] = []
  @Option(help: ArgumentHelp("A person's new name: P3:Noah.", valueName: "person:name"))
  var rename: [String] = []
  @OptionGroup(title: "About one person")
  var person: PersonFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("amendFamily")
    let file = try book.family(typed: family)
    var typed = TypedFamily(file.family)
    fields.fill(&typed)
    try change(birth, of: file, in: &typed) { $0.birth = $1 }
    try change(rename, of: file, in: &typed) { $0.name = $1 }
    try change(person.school, of: file, in: &typed) { $0.school = $1 }
    try change(person.additionalNeeds, of: file, in: &typed) { $0.additionalNeeds = $1 }
    try change(person.ethnicity, of: file, in: &typed) { $0.ethnicity = $1 }
    try change(person.firstLanguage, of: file, in: &typed) { $0.language = $1 }
    try change(person.role, of: file, in: &typed) { $0.role = $1 }
    try change(person.relationship, of: file, in: &typed) { $0.relationships = $1 }
    try change(person.livesHere, of: file, in: &typed) { $0.livesHere = $1 != "no" }
    if let carer = person.mainCarer {
      for place in typed.people.indices { typed.people[place].isMainCarer = false }
      try change([carer], of: file, in: &typed) { person, _ in person.isMainCarer = true }
    }
    try book.recordLast(
      AmendFamily(id: file.id, typed: typed, reason: reason)
        .facts(in: book.caseload, lists: book.lists, today: book.today))
    guard let amended = book.caseload.families[file.id] else { return }
    try desk.streams.result(line: desk.words("family.amended", book.values(of: amended)))
  }

  private func change(
    _ texts: [String], of file: FamilyFile, in typed: inout TypedFamily,
    set: (inout TypedPerson, String) -> Void
  ) throws(Refusal) {
    for text in texts {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard let person = file.family.person(typed: parts.first ?? ""),
        let place = typed.people.firstIndex(where: { $0.number == person.number })
      else {
        throw Refusal(
          .person,
          .noSuchPerson(parts.first ?? "", known: file.family.people.map { "\($0.number) \($0.shortName)" }))
      }
      set(&typed.people[place], parts.count > 1 ? parts[1] : "")
    }
  }
}
