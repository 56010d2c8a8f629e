import Testing
import VisitModel

@Suite("a recorded visit typed again is the same visit")
struct TypedVisitTests {
  @Test("any visit survives being typed out and read back", arguments: UInt64(0)..<300)
  func roundTrip(seed: UInt64) throws {
    let desk = try Desk.open()
    var draw = Draw(seed: seed)
    let visit = Self.visit(&draw)
    let again = try desk.checked(TypedVisit(visit).texts)
    #expect(again == visit)
  }

  @Test("a field set to nothing is not typed at all, so that drafts compare")
  func emptyFields() {
    var typed = TypedVisit([.note: "x"])
    typed[.note] = ""
    #expect(typed == TypedVisit())
    #expect(typed[.note] == "")
    #expect(Set(TypedVisit.fields).count == TypedVisit.fields.count)
  }

  /// A visit such as could have been recorded for the family of ``Desk``.
  static func visit(_ draw: inout Draw) -> Visit {
    let contact = Contact(
      start: draw.once(in: 3) ? nil : TimeOfDay(minutesAfterMidnight: draw.below(1_440)),
      minutes: Minutes(draw.below(721)), channel: draw.one(of: Channel.allCases) ?? .home)
    let outcomes: [VisitOutcome] =
      [.done(contact), .cutShort(contact), .noAnswer] + Canceller.allCases.map { .cancelled(by: $0) }
    let day = Desk.today.advanced(by: -draw.below(320))
    let presences = [Presence?](Presence.allCases) + [nil]
    let attendance = (1...3).compactMap { number in
      (draw.one(of: presences) ?? nil).map { Attendance(person: PersonNumber(number), presence: $0) }
    }
    let texts = ["", "she was glad", "line one\nline two, with £3.40", "Siân’s “own” words; 👶", "a, b; c"]
    var visit = Visit(
      family: Desk.family, episode: EpisodeNumber(1),
      volunteers: draw.some(of: [VolunteerNumber(2), VolunteerNumber(1)]), day: day,
      outcome: draw.one(of: outcomes) ?? .noAnswer, travel: Minutes(draw.below(721)),
      miles: Miles(tenths: draw.below(3_001)), expenses: Pence(draw.below(50_001)), attendance: attendance,
      needs: draw.some(of: Desk.lists.needs.map(\.id)),
      activities: draw.some(of: Desk.lists.activities.map(\.id)), note: draw.one(of: texts) ?? "",
      familyWords: draw.one(of: texts) ?? "")
    visit.moments = draw.some(of: Desk.lists.entries(MomentID.self).map(\.id))
    visit.momentWords = draw.one(of: texts) ?? ""
    visit.signposted = draw.some(of: [.named("rhyme time, upstairs"), .named("the foodbank")])
    visit.attendedTogether = draw.some(of: [.named("Dr Bray’s surgery")])
    if draw.once(in: 4) { visit.worry = "a bruise" }
    if draw.once(in: 3) {
      visit.followUp = FollowUp(
        what: "call, then write; twice", by: draw.once(in: 2) ? day.advanced(by: draw.below(40)) : nil)
    }
    if draw.once(in: 3) {
      visit.next = VisitPlan(
        day: day.advanced(by: draw.below(60)), start: TimeOfDay(minutesAfterMidnight: draw.below(2_880)))
    }
    return visit
  }
}
