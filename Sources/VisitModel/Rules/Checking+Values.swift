// What forms ask for again and again, each with its rule: a day that is past, a choice, an entry of a list, a person.

extension Checking {
  /// A day that has come already; nil where the field is empty, or after noting what is wrong with it.
  mutating func pastDay(_ field: Field, _ text: String, today: Day) -> Day? {
    let day = value(field, of: text, or: Fault.notADay) { Day(typed: $0, today: today, leaning: .behind) }
    guard let day, day > today else { return day }
    fail(field, .inTheFuture(day))
    return nil
  }

  /// A day of a plan, today or later unless it may be past; nil where the field is empty, or after noting what is wrong.
  mutating func plannedDay(_ field: Field, _ text: String, today: Day, since: Day? = nil) -> Day? {
    let day = value(field, of: text, or: Fault.notADay) { Day(typed: $0, today: today, leaning: .ahead) }
    guard let day, day < since ?? today else { return day }
    fail(field, .inThePast(day))
    return nil
  }

  /// One of a fixed set of words; the usual one where the field is empty.
  mutating func choice<Choice: TypedChoice>(_ field: Field, _ text: String, or usual: Choice?) -> Choice? {
    if trimmedText(text).isEmpty { return usual }
    return value(field, of: text, or: { .notOneOf($0, allowed: Choice.words) }, read: Choice.init(typed:))
  }

  /// An entry of one of the scheme's lists, by its id or its words; one that a record has already stays allowed.
  mutating func entry<ID: SchemeListID>(
    _ field: Field, _ text: String, of lists: SchemeLists, keeping kept: ID? = nil
  ) -> ID? {
    let wanted = trimmedText(text)
    if wanted.isEmpty { return nil }
    if let id: ID = lists.entry(typed: wanted) { return id }
    if let kept, kept.rawValue == wanted.lowercased() { return kept }
    fail(field, .notOneOf(wanted, allowed: lists.entries(ID.self).map(\.id.rawValue)))
    return nil
  }

  /// Several entries of one of the scheme's lists, each once; those that a record has already stay allowed.
  mutating func entries<ID: SchemeListID>(
    _ field: Field, _ text: String, of lists: SchemeLists, keeping kept: [ID]? = nil
  ) -> [ID] {
    var chosen: [ID] = []
    for text in listed(text) {
      let before = kept?.first { $0.rawValue == text.lowercased() }
      if let id = entry(field, text, of: lists, keeping: before), !chosen.contains(id) { chosen.append(id) }
    }
    return chosen
  }

  /// A person of the family by number or name; nil where the field is empty, or after noting that it is nobody.
  mutating func person(_ field: Field, _ text: String, of family: Family) -> Person? {
    let wanted = trimmedText(text)
    if wanted.isEmpty { return nil }
    if let person = family.person(typed: wanted) { return person }
    fail(field, .noSuchPerson(wanted, known: family.people.map { "\($0.number) \($0.shortName)" }))
    return nil
  }
}

extension SchemeLists {
  /// The entry of a list as typed: its id, its words, or its code.
  public func entry<ID: SchemeListID>(typed text: String) -> ID? {
    let wanted = trimmedText(text).lowercased()
    let entries = entries(ID.self)
    return
      (entries.first { $0.id.rawValue == wanted || $0.id.rawValue == wanted.replacingSpaces }
      ?? entries.first { $0.label.lowercased() == wanted }
      ?? entries.only { $0.code?.lowercased() == wanted })?.id
  }
}

extension Array {
  /// The only element that fits; nil where none or several do.
  fileprivate func only(_ fits: (Element) -> Bool) -> Element? {
    let fitting = filter(fits)
    return fitting.count == 1 ? fitting.first : nil
  }
}

extension String {
  fileprivate var replacingSpaces: String { String(map { $0 == " " || $0 == "-" ? "_" : $0 }) }
}
