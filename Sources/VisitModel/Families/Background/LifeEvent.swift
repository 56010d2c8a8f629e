/// Something that happened in a family's life, beside which its scores are read: a birth, a loss, a move.
public struct LifeEvent: Hashable, Sendable {
  /// The day, or the first one that is known of it.
  public var day: Day
  /// What it was, from the scheme's list.
  public var kind: LifeEventID
  /// More about it; empty where nothing was said.
  public var what: String
  /// Whom it happened to, where that is one person.
  public var person: PersonNumber?

  /// An event of a kind on a day.
  public init(day: Day, kind: LifeEventID, what: String = "", person: PersonNumber? = nil) {
    self.day = day
    self.kind = kind
    self.what = what
    self.person = person
  }
}

/// A kind of life event.
public struct LifeEventID: SchemeListID {
  /// The list of life events.
  public static let list = ListName.lifeEvents
  /// The id in the list.
  public let rawValue: String
  /// A kind of event by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Records something that happened in a family's life.
public struct RecordLifeEvent: Sendable {
  /// The family.
  public let family: FamilyID
  /// What was typed: the day, the kind, more about it, whom it happened to.
  public let texts: [Field: String]

  /// An event as typed, in the fields `date`, `event`, `what` and `person`.
  public init(family: FamilyID, texts: [Field: String]) {
    self.family = family
    self.texts = texts
  }

  /// The fields of an event, in the order they are asked.
  public static let fields: [Field] = [.date, .event, .what, .person]

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    let event = try LifeEvent(typed: texts, of: file.family, lists: lists, today: today)
    return [.background(family, .lifeEventRecorded(event))]
  }
}

extension LifeEvent {
  /// The event as it could have been typed, by its fields.
  public var texts: [Field: String] {
    [
      .date: day.description, .event: kind.rawValue, .what: what, .person: person?.description ?? "",
    ].filter { !$0.value.isEmpty }
  }

  /// The event that was typed, in the life of a family; of a correction, what it said before stays allowed.
  init(
    typed texts: [Field: String], of family: Family, lists: SchemeLists, today: Day,
    replacing old: LifeEvent? = nil
  ) throws(Refusal) {
    var checking = Checking()
    let date = texts[.date] ?? ""
    let day = trimmedText(date).isEmpty ? today : checking.pastDay(.date, date, today: today)
    let kind: LifeEventID? = checking.entry(.event, texts[.event] ?? "", of: lists, keeping: old?.kind)
    if trimmedText(texts[.event] ?? "").isEmpty { checking.fail(.event, .missing) }
    let what = checking.text(.what, texts[.what] ?? "", max: TextLimit.note)
    let person = checking.person(.person, texts[.person] ?? "", of: family)
    try checking.finish()
    guard let day, let kind else { throw Refusal(.event, .missing) }
    self.init(day: day, kind: kind, what: what ?? "", person: person?.number)
  }
}
