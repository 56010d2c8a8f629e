internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel

// The commands that note something about a volunteer: one for each kind of note, and one that takes a note back.

/// What every command that notes something about a volunteer takes.
struct NoteOptions: ParsableArguments {
  @Argument(help: "The volunteer: V-07, or a name.")
  var volunteer: String
  @Option(
    help: ArgumentHelp(
      "A note to be corrected, as volunteer show names it; needs --reason.", valueName: "note"))
  var amend: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why a note is corrected.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions
}

/// A command that notes one kind of thing about a volunteer.
protocol NoteCommand: DeskCommand {
  static var kind: VolunteerNoteKind { get }
  var options: NoteOptions { get }
  /// What was said, by field; nil where nothing was.
  var said: [(Field, String?)] { get }
}

extension NoteCommand {
  var common: CommonOptions { options.common }

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let volunteer = try book.volunteer(typed: options.volunteer)
    if Self.kind != .claim || book.member.volunteer != volunteer.number {
      try book.requireCoordinator("noteVolunteer")
    }
    let kept: [KeptEntry]
    if let text = options.amend {
      let old = try book.volunteerNote(typed: text, of: volunteer.number)
      guard let note = old.lastSaid, note.kind == Self.kind else {
        throw Refusal(.record, .noSuchRecord(text))
      }
      kept = try book.record(
        AmendVolunteerNote(
          record: old.id, typed: filled(TypedVolunteerNote(note)), reason: options.reason ?? ""
        ).facts(in: book.caseload, lists: book.lists, today: book.today))
    } else {
      kept = try book.record(
        NoteVolunteer(volunteer: volunteer.number, typed: filled(TypedVolunteerNote(Self.kind))).facts(
          in: book.caseload, lists: book.lists, today: book.today))
    }
    guard let entry = kept.last else { return }
    var values = book.values(of: volunteer)
    values["kind"] = desk.library.words("note.\(Self.kind.rawValue)")
    values["record"] = (options.amend == nil ? entry.entry.id.description : options.amend) ?? ""
    if case .volunteering(_, .noted(.claim(let claim))) = entry.entry.fact {
      values["amount"] = claim.total.text
      values["month"] = claim.month.description
      try desk.streams.result(line: desk.words("volunteer.claimed", values))
    } else {
      try desk.streams.result(line: desk.words("volunteer.noted", values))
    }
  }

  private func filled(_ typed: TypedVolunteerNote) -> TypedVolunteerNote {
    var typed = typed
    for (field, text) in said {
      if let text { typed[field] = text }
    }
    return typed
  }
}

/// `visitbook volunteer check`: a vetting certificate was seen.
struct VolunteerCheckCommand: NoteCommand {
  static let kind = VolunteerNoteKind.check
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Note a vetting certificate that was seen: never a copy of it.")

  @OptionGroup
  var options: NoteOptions
  @Option(help: ArgumentHelp("The level, in the nation's words: dbs_enhanced, pvg.", valueName: "level"))
  var level: String?
  @Option(help: ArgumentHelp("The certificate's number.", valueName: "number"))
  var number: String?
  @Option(help: ArgumentHelp("Who saw it.", valueName: "name"))
  var seenBy: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day of the certificate.", valueName: "day"))
  var date: String?
  var said: [(Field, String?)] {
    [(.checkLevel, level), (.certificate, number), (.seenBy, seenBy), (.date, date)]
  }
}

/// `visitbook volunteer reference`: a reference was taken up.
struct VolunteerReferenceCommand: NoteCommand {
  static let kind = VolunteerNoteKind.reference
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Note a reference that was taken up.")

  @OptionGroup
  var options: NoteOptions
  @Option(help: ArgumentHelp("Who gave it.", valueName: "name"))
  var from: String?
  @Option(help: ArgumentHelp("Whether it speaks for the volunteer: yes (usual) or no.", valueName: "yes/no"))
  var good: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What was said.", valueName: "text"))
  var note: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day it was taken.", valueName: "day"))
  var date: String?
  var said: [(Field, String?)] { [(.referee, from), (.isGood, good), (.note, note), (.date, date)] }
}

/// `visitbook volunteer prepare`: a session of the preparation course.
struct VolunteerPrepareCommand: NoteCommand {
  static let kind = VolunteerNoteKind.preparation
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Note a session of the preparation course, or that it is finished.")

  @OptionGroup
  var options: NoteOptions
  @Option(help: ArgumentHelp("What the session was about.", valueName: "text"))
  var session: String?
  @Option(help: ArgumentHelp("Whether the course is finished with it: yes or no.", valueName: "yes/no"))
  var finished: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day of the session.", valueName: "day"))
  var date: String?
  var said: [(Field, String?)] { [(.session, session), (.finished, finished), (.date, date)] }
}

/// `visitbook volunteer supervise`: a supervision was held.
struct VolunteerSuperviseCommand: NoteCommand {
  static let kind = VolunteerNoteKind.supervision
  static let configuration = CommandConfiguration(
    commandName: "supervise", abstract: "Note a supervision; what was talked about the office alone can read."
  )

  @OptionGroup
  var options: NoteOptions
  @Option(help: ArgumentHelp("Who held it.", valueName: "name"))
  var by: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What was talked about.", valueName: "text"))
  var note: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day.", valueName: "day"))
  var date: String?
  var said: [(Field, String?)] { [(.supervisor, by), (.note, note), (.date, date)] }
}

/// `visitbook volunteer train`: training after the preparation course.
struct VolunteerTrainCommand: NoteCommand {
  static let kind = VolunteerNoteKind.training
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Note training after the preparation course.")

  @OptionGroup
  var options: NoteOptions
  @Option(help: ArgumentHelp("What it was.", valueName: "text"))
  var title: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day.", valueName: "day"))
  var date: String?
  var said: [(Field, String?)] { [(.title, title), (.date, date)] }
}

/// `visitbook volunteer claim`: miles and costs of a month.
struct VolunteerClaimCommand: NoteCommand {
  static let kind = VolunteerNoteKind.claim
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Claim the miles and costs of a month, added up from its visits.",
    discussion:
      "Claim a month again with --amend to take in late visits, or to note with --paid that it was paid.")

  @OptionGroup
  var options: NoteOptions
  @Option(help: ArgumentHelp("The month: 2026-11, last month.", valueName: "month"))
  var month: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day it was paid.", valueName: "day"))
  var paid: String?
  var said: [(Field, String?)] { [(.month, month), (.paidOn, paid)] }
}

/// `visitbook volunteer retract`: takes a note back.
struct VolunteerRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take a note about a volunteer back, with a reason; it stays to be seen.")

  @Argument(help: "The volunteer: V-07, or a name.")
  var volunteer: String
  @Argument(help: "The note, as volunteer show names it; its first letters are enough.")
  var note: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("noteVolunteer")
    let volunteer = try book.volunteer(typed: volunteer)
    let record = try book.volunteerNote(typed: note, of: volunteer.number)
    try book.record(RetractVolunteerNote(record: record.id, reason: reason).facts(in: book.caseload))
    var values = book.values(of: volunteer)
    values["record"] = record.id.description
    values["kind"] = desk.library.words("note.\(record.lastSaid?.kind.rawValue ?? "check")")
    try desk.streams.result(line: desk.words("volunteer.noteRetracted", values))
  }
}

extension Book {
  /// The note about a volunteer whose identity is, or begins with, what was typed.
  func volunteerNote(
    typed text: String, of volunteer: VolunteerNumber
  ) throws(Refusal) -> Record<VolunteerNote> {
    let notes = caseload.volunteerFile(volunteer).notes
    let fitting = notes.filter { $0.id.description.hasPrefix(text.lowercased()) && text.count >= 3 }
    guard fitting.count < 2 else {
      throw Refusal(.record, .severalRecords(text, matching: fitting.map(\.id.description)))
    }
    guard let note = fitting.first else { throw Refusal(.record, .noSuchRecord(text)) }
    return note
  }
}
