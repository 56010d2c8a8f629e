internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook family add`: adds one family from the command line, or all of a file or none of it.
struct FamilyAddCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a family, or every family of a file.",
    discussion: """
      A file holds one family or a list of families as JSON, with the names that 'family show --format json' uses. \
      Either all of it is recorded or nothing is.
      """)

  @OptionGroup(title: "About the family")
  var fields: FamilyFields
  @Option(help: ArgumentHelp("Where the family stands on the pathway.", valueName: "stage"))
  var stage = EpisodeStage.referred.rawValue
  @Option(help: ArgumentHelp("The volunteer, where the stage names one.", valueName: "volunteer"))
  var volunteer: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day the family came to that stage; today unless given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("Read families from a JSON file; - is standard input.", valueName: "file"))
  var from: String?
  @Flag(help: "Add it although a family that is likely the same is there.")
  var again = false
  @Option(help: ArgumentHelp("How to answer: text or json.", valueName: "format"))
  var format: RecordFormat = .text
  @OptionGroup(title: "About the referral")
  var referral: ReferralFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    if from != nil, !fields.isEmpty || !referral.isEmpty {
      throw ValidationError("--from brings everything along; leave the other options of the family out.")
    }
  }

  func work(at desk: FrontDesk) throws {
    let file = try from.map { try desk.records(from: $0) }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("addFamily")
    let kept = try book.recordLast(try facts(of: file, in: book, at: desk))
    let files = kept.compactMap { entry -> FamilyFile? in
      guard case .familyAdded(let id, _) = entry.entry.fact else { return nil }
      return book.caseload.families[id]
    }
    switch format {
    case .json:
      let documents = files.map { FamilyDocument.json($0, in: book.caseload, on: book.today) }
      try desk.streams.result(
        JSONWriter.bytes(from == nil && documents.count == 1 ? documents[0] : .array(documents)))
    case .text:
      for file in files {
        try desk.streams.result(line: desk.words("family.added", book.values(of: file)))
      }
    }
  }

  private func facts(of file: RecordsFile?, in book: Book, at desk: FrontDesk) throws -> [Fact] {
    if let file {
      return try file.families(in: book, allowingDuplicates: again, explain: desk.explain)
    }
    var typed = TypedFamily()
    fields.fill(&typed)
    if !again { try book.requireNew(typed) }
    let move = TypedMove(stage: stage, day: date ?? "", volunteer: volunteer ?? "")
    var sent = TypedReferral()
    referral.fill(&sent)
    return try ReferFamily(
      family: AddFamily(typed: typed, move: move, id: book.newFamilyID()), referral: sent
    ).facts(in: book.caseload, lists: book.lists, today: book.today)
  }
}

extension Book {
  /// A random identity that no family has.
  func newFamilyID() -> FamilyID {
    var generator = SystemRandomNumberGenerator()
    var id = FamilyID(rawValue: generator.next())
    while caseload.families[id] != nil { id = FamilyID(rawValue: generator.next()) }
    return id
  }

  /// Stops a family that is likely there already from being added once more, naming which, and what speaks for it.
  func requireNew(_ typed: TypedFamily) throws(Failure) {
    guard let sentence = likelySame(as: typed, in: caseload) else { return }
    throw Failure(.badData, sentence)
  }

  /// The families that a typed one likely is, as a sentence; nil where there are none.
  func likelySame(as typed: TypedFamily, in caseload: Caseload) -> String? {
    labels.naming(caseload.likelySame(as: typed, lists: lists, today: today), in: caseload)
      .map { words("family.duplicate", ["families": $0]) }
  }

  /// What is said of a family in one line.
  func values(of file: FamilyFile) -> [String: String] {
    [
      "family": file.number.description, "name": file.family.name,
      "people": words.count("people", file.family.people.count),
      "stage": file.episode?.state.stage.rawValue ?? "",
    ]
  }
}
