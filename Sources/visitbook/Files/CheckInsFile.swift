internal import VisitLibrary
internal import VisitModel

/// What a file of check-ins comes to: the facts to record, or why there are none, and the concerns that its answers raise
/// in either case.
struct CheckInsTaken {
  var facts: Result<[Fact], Failure>
  var raised: [Fact]
}

extension RecordsFile {
  /// The facts of a file of check-ins, by the names that `checkin show --format json` uses. Answers stand in the order of
  /// the form as they would be typed, or each with its question as they are shown; `whatIDid` says what was done about
  /// one that signals danger.
  func checkIns(in book: Book, instruments: [Instrument], allowingEarly: Bool, at desk: FrontDesk)
    -> CheckInsTaken
  {
    // An answer that signals danger is not lost, whatever is wrong with its record or with another one of the file.
    var raised: [Fact] = []
    var known = book.caseload
    let facts = Result<[Fact], Failure> { () throws(Failure) -> [Fact] in
      try self.facts(in: book.caseload, explain: desk.explain) {
        (form: CheckInForm, caseload, _) throws(Refusal) -> [Fact] in
        let file = try caseload.family(ofRecord: form.family)
        if !book.mayWrite(about: file) { throw Refusal(.family, .notForRole(book.member.role)) }
        guard let instrument = instruments.first(where: { $0.id.rawValue == form.instrument.lowercased() })
        else {
          throw Refusal(
            .instrument,
            form.instrument.isEmpty
              ? .missing : .notOneOf(form.instrument, allowed: instruments.map(\.id.rawValue).sorted()))
        }
        let day = Day(typed: form.typed.day, today: book.today, leaning: .behind) ?? book.today
        let asked = instrument.asked(of: file, on: day)
        var typed = form.typed
        if typed.person.isEmpty { typed.person = file.family.mainCarer?.number.description ?? "" }
        if let answers = form.answers { typed.answers = try answers.typed(for: asked) }
        let dangers = CheckInDangers(family: file, instrument: asked, typed: typed, desk: desk)
          .facts(done: form.whatIDid, as: book.member)
          .filter { !known.concerns.isRaised(alreadyBy: $0) }
        raised += dangers
        known.supposing(dangers)
        if !form.version.isEmpty, form.version != asked.version.description {
          throw Refusal(.instrument, .notOneOf(form.version, allowed: [asked.version.description]))
        }
        return try RecordCheckIn(
          family: file.id, instrument: asked, typed: typed, allowingEarly: allowingEarly
        ).facts(in: caseload, as: book.member.role, today: book.today)
      }
    }
    return CheckInsTaken(facts: facts, raised: raised)
  }
}

/// A check-in of a file while its keys fill the form.
private struct CheckInForm: RecordForm {
  var typed = TypedCheckIn()
  var family = ""
  var instrument = ""
  var version = ""
  var whatIDid = ""
  /// The answers as the file has them: only the form tells how each would be typed.
  var answers: FiledAnswers?

  static let passedOver: Set<String> = [
    "checkInId", "entry", "familyName", "personName", "scores", "triggers", "retracted", "history",
  ]

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    if key == "answers" {
      answers = FiledAnswers(value)
      return answers == nil ? .wrongKind : nil
    }
    let text = value.typed
    switch key {
    case "family": family = text ?? ""
    case "instrument": instrument = text ?? ""
    case "version": version = text ?? ""
    case "person": typed.person = text ?? ""
    case "date": typed.day = text ?? ""
    case "mode": typed.mode = text ?? ""
    case "point": typed.point = text ?? ""
    case "words": typed.words = text ?? ""
    case "cover": typed.cover = text ?? ""
    case "doneBy": typed.doneBy = text ?? ""
    case "result": typed.result = text ?? ""
    case "whatIDid": whatIDid = text ?? ""
    default: return .unknownKey
    }
    return text == nil ? .wrongKind : nil
  }

  static func keys(of field: Field) -> [String] {
    field == .instrument ? ["instrument", "version"] : [field.rawValue]
  }
}

/// The answers of a record: one a question in the order of the form, or each with its question.
private enum FiledAnswers {
  case inOrder([String])
  case byItem([(item: String, answer: FiledAnswer)])

  enum FiledAnswer {
    case option(String)
    case plain(String)
  }

  init?(_ value: Json) {
    guard case .list(let items) = value.kind else {
      // As they are typed on the command line.
      guard let text = value.typed else { return nil }
      self = .inOrder(
        text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
      return
    }
    var inOrder: [String] = []
    var byItem: [(item: String, answer: FiledAnswer)] = []
    for item in items {
      if let text = FiledAnswers.plain(item) {
        inOrder.append(text)
      } else if let named = FiledAnswers.named(item) {
        byItem.append(named)
      } else {
        return nil
      }
    }
    guard inOrder.isEmpty || byItem.isEmpty else { return nil }
    self = byItem.isEmpty ? .inOrder(inOrder) : .byItem(byItem)
  }

  /// An answer that stands by itself, as it would be typed.
  private static func plain(_ item: Json) -> String? {
    if case .bool(let isYes) = item.kind { return isYes ? "yes" : "no" }
    return item.typed
  }

  /// An answer that says which question it is to.
  private static func named(_ item: Json) -> (item: String, answer: FiledAnswer)? {
    guard let question = item["item"]?.typed else { return nil }
    if let option = item["option"]?.typed { return (question, .option(option)) }
    if let rating = item["rating"]?.typed { return (question, .plain(rating)) }
    guard let blank = item["blank"]?.typed else { return nil }
    return (question, .plain(blank == "declined" ? "d" : "-"))
  }

  /// One text a question, as it would be typed; what the file does not name was not asked.
  func typed(for instrument: Instrument) throws(Refusal) -> [String] {
    switch self {
    case .inOrder(let texts): return texts
    case .byItem(let answers):
      var texts: [ItemID: String] = [:]
      for (name, answer) in answers {
        guard let item = instrument.item(ItemID(rawValue: name)) else {
          throw Refusal(.answers, .notOneOf(name, allowed: instrument.items.map(\.id.rawValue)))
        }
        if texts[item.id] != nil { throw Refusal(.answers, .alreadyUsed(name)) }
        switch answer {
        case .option(let option): texts[item.id] = item.typed(.chose(OptionID(rawValue: option)))
        case .plain(let text): texts[item.id] = text
        }
      }
      return instrument.items.map { texts[$0.id] ?? "-" }
    }
  }
}

extension ConcernBook {
  /// Whether an answer raised this concern before: about the same people, with the same form on the same day. A file that
  /// was refused once and comes again raises nothing twice.
  fileprivate func isRaised(alreadyBy fact: Fact) -> Bool {
    switch fact {
    case .concern(.raised(let concern)), .concern(.copied(let concern)):
      all.contains { $0.concern.origin == concern.origin && $0.concern.subject == concern.subject }
    default: false
    }
  }
}

extension FrontDesk {
  /// Records the check-ins of a file, all of them or none, and says what was raised in either case.
  func takeCheckIns(from name: String, allowingEarly: Bool) throws {
    // What can be refused without the journal is refused before anybody is asked for a passphrase.
    let file = try records(from: name)
    let book = try Book.open(at: self, writing: true)
    defer { book.close(at: self) }
    var instruments: [Instrument] = []
    for id in library.instrumentIDs { instruments.append(try library.instrument(id)) }
    let taken = file.checkIns(in: book, instruments: instruments, allowingEarly: allowingEarly, at: self)
    do {
      try book.record(try taken.facts.get() + taken.raised)
    } catch let failure as Failure where !taken.raised.isEmpty {
      try book.record(taken.raised)
      try say(dangers: taken.raised, in: book.caseload.scheme)
      throw failure
    }
    try say(dangers: taken.raised, in: book.caseload.scheme)
    try streams.result(line: words("file.taken", ["file": name, "count": "\(file.rows.count)"]))
  }
}
