/// A visit as it was typed, field by field, on a form, a command line or in a file: the shape of a draft.
///
/// The same texts go through the same rules wherever they were typed; see ``checked(for:in:lists:today:)``.
public struct TypedVisit: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of a visit, in the order they are asked.
  public static let fields: [Field] = [
    .date, .start, .minutes, .travelMinutes, .miles, .expenses, .channel, .outcome, .volunteers, .there,
    .declined, .away, .activities, .needs, .note, .familyWords, .worry, .moments, .momentWords, .signposted,
    .attendedTogether, .followUp, .followUpBy, .next, .nextStart,
  ]

  /// A visit with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// A recorded visit as it would have been typed, to be amended or copied.
  public init(_ visit: Visit) {
    self.init()
    let contact = visit.outcome.contact
    self[.date] = visit.day.description
    self[.start] = contact?.start?.description ?? ""
    self[.minutes] = contact.map { "\($0.minutes.count)" } ?? ""
    self[.channel] = contact?.channel.rawValue ?? ""
    self[.outcome] = visit.outcome.kind.rawValue
    self[.travelMinutes] = visit.travel == .zero ? "" : "\(visit.travel.count)"
    self[.miles] = visit.miles == .zero ? "" : visit.miles.text
    self[.expenses] = visit.expenses == .zero ? "" : visit.expenses.text
    self[.volunteers] = visit.volunteers.map(\.description).joined(separator: ",")
    for (field, presence) in TypedVisit.presenceFields {
      self[field] = visit.attendance.filter { $0.presence == presence }.map(\.person.description)
        .joined(separator: ",")
    }
    self[.activities] = visit.activities.map(\.rawValue).joined(separator: ",")
    self[.needs] = visit.needs.map(\.rawValue).joined(separator: ",")
    self[.signposted] = visit.signposted.map(\.typed).joined(separator: "; ")
    self[.attendedTogether] = visit.attendedTogether.map(\.typed).joined(separator: "; ")
    self[.moments] = visit.moments.map(\.rawValue).joined(separator: ",")
    self[.momentWords] = visit.momentWords
    self[.note] = visit.note
    self[.familyWords] = visit.familyWords
    self[.worry] = visit.worry ?? ""
    self[.followUp] = visit.followUp?.what ?? ""
    self[.followUpBy] = visit.followUp?.by?.description ?? ""
    self[.next] = visit.next?.day.description ?? ""
    self[.nextStart] = visit.next?.start?.description ?? ""
  }

  static let presenceFields: [(Field, Presence)] = [
    (.there, .there), (.declined, .declined), (.away, .away),
  ]
}

extension TypedVisit {
  /// The visit that was typed, once every rule of `domain.md` ("Visits") holds.
  ///
  /// - Parameters:
  ///   - file: The family that was visited.
  ///   - caseload: The caseload, for the volunteers that exist.
  ///   - lists: The scheme's lists, for needs and activities.
  ///   - today: The day it is entered.
  /// - Throws: A refusal with every problem found, in the order of the form.
  public func checked(
    for file: FamilyFile, in caseload: Caseload, lists: SchemeLists, today: Day
  ) throws(Refusal) -> Visit {
    try checked(for: file, in: caseload, lists: lists, today: today, replacing: nil)
  }

  /// The visit that was typed in place of one that is recorded, which may go on naming whom and what it named
  /// already: people no longer in the family, entries no longer on the lists.
  func checked(
    for file: FamilyFile, in caseload: Caseload, lists: SchemeLists, today: Day, replacing old: Visit?
  ) throws(Refusal) -> Visit {
    var checking = Checking()
    let day = checkedDay(today: today, &checking)
    let outcome = checkedOutcome(&checking)
    let travel =
      checking.value(.travelMinutes, of: self[.travelMinutes], or: Fault.notALength) { Minutes(typed: $0) }
      ?? .zero
    if travel > .visitMax { checking.fail(.travelMinutes, .tooMuch(max: Minutes.visitMax.text)) }
    let miles = checking.value(.miles, of: self[.miles], or: Fault.notMiles) { Miles(typed: $0) } ?? .zero
    if miles > .visitMax { checking.fail(.miles, .tooMuch(max: Miles.visitMax.text)) }
    let expenses =
      checking.value(.expenses, of: self[.expenses], or: Fault.notMoney) { Pence(typed: $0) } ?? .zero
    if expenses > .visitMax { checking.fail(.expenses, .tooMuch(max: "£" + Pence.visitMax.text)) }
    let volunteers = checkedVolunteers(file, caseload, &checking)
    let attendance = checkedAttendance(file.family, replacing: old, &checking)
    let activities = checkedList(
      .activities, known: lists.activities.map(\.id), kept: old?.activities, &checking)
    let needs = checkedList(.needs, known: lists.needs.map(\.id), kept: old?.needs, &checking)
    let note = checking.text(.note, self[.note], max: TextLimit.note)
    let words = checking.text(.familyWords, self[.familyWords], max: TextLimit.note)
    let worry = checking.text(.worry, self[.worry], max: TextLimit.note)
    let moments = checking.entries(.moments, self[.moments], of: lists, keeping: old?.moments)
    let momentWords = checking.text(.momentWords, self[.momentWords], max: TextLimit.note)
    let signposted = caseload.directory.services(
      typed: self[.signposted], in: .signposted, keeping: old?.signposted ?? [], &checking)
    let attended = caseload.directory.services(
      typed: self[.attendedTogether], in: .attendedTogether, keeping: old?.attendedTogether ?? [], &checking)
    let followUp = checkedFollowUp(today: today, &checking)
    let next = checkedNext(after: day, today: today, &checking)
    let begun = file.episodes.last { $0.began <= (day ?? today) } ?? file.episodes.first
    let episode = old.flatMap { $0.day == day ? $0.episode : nil } ?? begun?.number
    if episode == nil { checking.fail(.family, .noOpenEpisode) }
    try checking.finish()
    guard let day, let outcome, let episode else { throw Refusal(.date, .missing) }
    return Visit(
      family: file.id, episode: episode, volunteers: volunteers, day: day, outcome: outcome,
      travel: travel, miles: miles, expenses: expenses, attendance: attendance, needs: needs,
      activities: activities, signposted: signposted, attendedTogether: attended, moments: moments,
      momentWords: momentWords ?? "", note: note ?? "", familyWords: words ?? "", worry: worry,
      followUp: followUp, next: next)
  }

  private func checkedDay(today: Day, _ checking: inout Checking) -> Day? {
    let day = checking.value(.date, of: self[.date], or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .behind)
    }
    if trimmedText(self[.date]).isEmpty { checking.fail(.date, .missing) }
    if let day, day > today, !isCancelled { checking.fail(.date, .inTheFuture(day)) }
    return day
  }

  /// Whether the visit was called off, which is often known before its day.
  private var isCancelled: Bool {
    switch VisitOutcomeKind(typed: self[.outcome]) {
    case .cancelledByFamily, .cancelledByVolunteer, .cancelledByOffice: true
    case .done, .cutShort, .noAnswer, nil: false
    }
  }

  private func checkedOutcome(_ checking: inout Checking) -> VisitOutcome? {
    let kind: VisitOutcomeKind? =
      checking.value(
        .outcome, of: self[.outcome], or: { .notOneOf($0, allowed: VisitOutcomeKind.words) },
        read: VisitOutcomeKind.init(typed:)) ?? (trimmedText(self[.outcome]).isEmpty ? .done : nil)
    let start = checking.value(.start, of: self[.start], or: Fault.notATime) { TimeOfDay(typed: $0) }
    let minutes = checking.value(.minutes, of: self[.minutes], or: Fault.notALength) { Minutes(typed: $0) }
    let channel: Channel? =
      checking.value(
        .channel, of: self[.channel], or: { .notOneOf($0, allowed: Channel.words) },
        read: Channel.init(typed:)) ?? (trimmedText(self[.channel]).isEmpty ? .home : nil)
    if let minutes, minutes > .visitMax { checking.fail(.minutes, .tooMuch(max: Minutes.visitMax.text)) }
    guard let kind else { return nil }
    guard kind.isContact else {
      if let minutes, minutes > .zero { checking.fail(.minutes, .onlyWhenSeen) }
      return switch kind {
      case .cancelledByFamily: .cancelled(by: .family)
      case .cancelledByVolunteer: .cancelled(by: .volunteer)
      case .cancelledByOffice: .cancelled(by: .office)
      case .noAnswer, .done, .cutShort: .noAnswer
      }
    }
    if trimmedText(self[.minutes]).isEmpty { checking.fail(.minutes, .noTimeGiven) }
    guard let minutes, let channel else { return nil }
    let contact = Contact(start: start, minutes: minutes, channel: channel)
    return kind == .done ? .done(contact) : .cutShort(contact)
  }

  private func checkedVolunteers(
    _ file: FamilyFile, _ caseload: Caseload, _ checking: inout Checking
  ) -> [VolunteerNumber] {
    var volunteers: [VolunteerNumber] = []
    for text in listed(self[.volunteers]) {
      if let number = caseload.volunteer(typed: text) {
        if !volunteers.contains(number) { volunteers.append(number) }
      } else {
        checking.fail(
          .volunteers,
          .noSuchVolunteer(text, known: caseload.volunteersInOrder.map { "\($0.number) \($0.name)" }))
      }
    }
    return volunteers
  }

  private func checkedAttendance(
    _ family: Family, replacing old: Visit?, _ checking: inout Checking
  ) -> [Attendance] {
    let kept = Set((old?.attendance ?? []).map(\.person))
    var presences: [PersonNumber: Presence] = [:]
    for (field, presence) in TypedVisit.presenceFields {
      for text in listed(self[field]) {
        let gone = PersonNumber(typed: text).flatMap { kept.contains($0) ? $0 : nil }
        if let person = family.person(typed: text)?.number ?? gone {
          if let other = presences[person], other != presence { checking.fail(field, .alreadyUsed(text)) }
          presences[person] = presence
        } else {
          checking.fail(
            field, .noSuchPerson(text, known: family.people.map { "\($0.number) \($0.shortName)" }))
        }
      }
    }
    return presences.sorted { $0.key < $1.key }.map { Attendance(person: $0.key, presence: $0.value) }
  }

  private func checkedList<ID: ListID>(
    _ field: Field, known: [ID], kept: [ID]?, _ checking: inout Checking
  ) -> [ID] {
    var chosen: [ID] = []
    for text in listed(self[field]) {
      if let id = (known + (kept ?? [])).first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
        if !chosen.contains(id) { chosen.append(id) }
      } else {
        checking.fail(field, .notOneOf(text, allowed: known.map(\.rawValue)))
      }
    }
    return chosen
  }

  private func checkedFollowUp(today: Day, _ checking: inout Checking) -> FollowUp? {
    let what = checking.text(.followUp, self[.followUp], max: TextLimit.line)
    let by = checking.value(.followUpBy, of: self[.followUpBy], or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .ahead)
    }
    if by != nil, plainText(self[.followUp]).isEmpty { checking.fail(.followUp, .missing) }
    return what.map { FollowUp(what: $0, by: by) }
  }

  private func checkedNext(
    after visited: Day?, today: Day, _ checking: inout Checking
  ) -> VisitPlan? {
    let day = checking.value(.next, of: self[.next], or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .ahead)
    }
    if let day, let visited, day < visited { checking.fail(.next, .inThePast(day)) }
    let start = checking.value(.nextStart, of: self[.nextStart], or: Fault.notATime) { TimeOfDay(typed: $0) }
    if start != nil, trimmedText(self[.next]).isEmpty { checking.fail(.next, .missing) }
    return day.map { VisitPlan(day: $0, start: start) }
  }
}

extension Caseload {
  /// The volunteer of a number or a full name, as typed.
  public func volunteer(typed text: String) -> VolunteerNumber? {
    let wanted = trimmedText(text).lowercased()
    if let number = VolunteerNumber(typed: wanted), volunteers[number] != nil { return number }
    let named = volunteers.values.filter { $0.name.lowercased() == wanted }
    return named.count == 1 ? named.first?.number : nil
  }
}

extension Family {
  /// The person of a number, a name or a first name that is one person's only, as typed.
  public func person(typed text: String) -> Person? {
    let wanted = trimmedText(text).lowercased()
    if let number = PersonNumber(typed: wanted), let person = person(number) { return person }
    let named = people.filter { $0.name.lowercased() == wanted }
    let called = named.isEmpty ? people.filter { $0.shortName.lowercased() == wanted } : named
    return called.count == 1 ? called.first : nil
  }
}
