/// A concern as it was typed, field by field, on a form, a command line or in a file: the shape of a draft.
public struct TypedConcern: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of a concern, in the order they are asked.
  public static let fields: [Field] = [
    .family, .about, .somebody, .seen, .said, .saidBy, .done, .danger, .date, .start, .present, .told,
    .toldWhen, .raisedBy,
  ]

  /// A concern with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// A concern as it would have been typed, to be corrected.
  public init(_ concern: Concern, in caseload: Caseload) {
    self.init()
    switch concern.subject {
    case .family(let id, let people, let others):
      self[.family] = caseload.families[id]?.number.description ?? ""
      self[.about] = people.map(\.description).joined(separator: ",")
      self[.somebody] = others
    case .somebody(let who): self[.somebody] = who
    }
    self[.seen] = concern.seen
    self[.said] = concern.said
    self[.saidBy] = concern.saidBy
    self[.done] = concern.done
    self[.danger] = concern.danger.rawValue
    self[.date] = concern.day.description
    self[.start] = concern.time?.description ?? ""
    self[.present] = concern.present
    self[.told] = concern.told?.whom ?? ""
    self[.toldWhen] = concern.told?.at.description ?? ""
    self[.raisedBy] = concern.raisedBy
  }
}

/// What a concern says once its fields hold, before it has an identity and a moment.
struct CheckedConcern {
  let subject: ConcernSubject
  let day: Day
  let time: TimeOfDay?
  let danger: ConcernDanger
  let told: ConcernTelling?
  let texts: [Field: String]

  func put(into concern: inout Concern) {
    concern.subject = subject
    concern.seen = texts[.seen] ?? ""
    concern.said = texts[.said] ?? ""
    concern.saidBy = texts[.saidBy] ?? ""
    concern.done = texts[.done] ?? ""
    concern.day = day
    concern.time = time
    concern.present = texts[.present] ?? ""
    concern.danger = danger
    concern.told = told
    concern.raisedBy = texts[.raisedBy] ?? ""
  }
}

extension TypedConcern {
  /// What was typed, once it says about whom, what, and whether anyone is in danger now.
  ///
  /// - Throws: A refusal with every problem found, in the order of the form.
  func checked(in caseload: Caseload, now: Moment) throws(Refusal) -> CheckedConcern {
    var checking = Checking()
    let subject = checkedSubject(caseload, &checking)
    var texts: [Field: String] = [:]
    for field in [Field.seen, .said, .done, .present] {
      texts[field] = checking.text(field, self[field], max: TextLimit.note)
    }
    for field in [Field.saidBy, .raisedBy] {
      texts[field] = checking.text(field, self[field], max: TextLimit.line)
    }
    if [Field.seen, .said, .done].allSatisfy({ plainText(self[$0]).isEmpty }) {
      checking.fail(.seen, .missing)
    }
    if texts[.said] == nil, texts[.saidBy] != nil { checking.fail(.said, .missing) }
    let danger: ConcernDanger? = checking.value(
      .danger, of: self[.danger], or: { .notOneOf($0, allowed: ConcernDanger.words) },
      read: ConcernDanger.init(typed:))
    if trimmedText(self[.danger]).isEmpty { checking.fail(.danger, .missing) }
    let typedDay = checking.value(.date, of: self[.date], or: Fault.notADay) {
      Day(typed: $0, today: now.day, leaning: .behind)
    }
    let day = typedDay ?? now.day
    if day > now.day { checking.fail(.date, .inTheFuture(day)) }
    let time = checking.value(.start, of: self[.start], or: Fault.notATime) { TimeOfDay(typed: $0) }
    let told = checkedTelling(now: now, &checking)
    try checking.finish()
    guard let subject, let danger else { throw Refusal(.danger, .missing) }
    return CheckedConcern(
      subject: subject, day: day, time: time, danger: danger, told: told, texts: texts)
  }

  private func checkedSubject(_ caseload: Caseload, _ checking: inout Checking) -> ConcernSubject? {
    let others = checking.text(.somebody, self[.somebody], max: TextLimit.line) ?? ""
    let typed = trimmedText(self[.family])
    guard !typed.isEmpty else {
      if !trimmedText(self[.about]).isEmpty { checking.fail(.family, .missing) }
      if others.isEmpty { checking.fail(.somebody, .missing) }
      return others.isEmpty ? nil : .somebody(others)
    }
    guard let file = FamilyNumber(typed: typed).flatMap(caseload.family) else {
      checking.fail(.family, .noSuchFamily(typed))
      return nil
    }
    var people: [PersonNumber] = []
    for text in listed(self[.about]) {
      if let person = file.family.person(typed: text)?.number {
        if !people.contains(person) { people.append(person) }
      } else {
        let known = file.family.people.map { "\($0.number) \($0.shortName)" }
        checking.fail(.about, .noSuchPerson(text, known: known))
      }
    }
    return .family(file.id, people: people, others: others)
  }

  private func checkedTelling(now: Moment, _ checking: inout Checking) -> ConcernTelling? {
    let whom = checking.text(.told, self[.told], max: TextLimit.line)
    let at = checking.value(.toldWhen, of: self[.toldWhen], or: Fault.notATime) {
      Moment(typed: $0, today: now.day)
    }
    // A clock that is a minute behind the person's watch must not stop anybody.
    if let at, at.day > now.day { checking.fail(.toldWhen, .inTheFuture(at.day)) }
    if at != nil, whom == nil { checking.fail(.told, .missing) }
    return whom.map { ConcernTelling(whom: $0, at: at ?? now) }
  }
}
