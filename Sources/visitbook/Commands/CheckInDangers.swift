internal import VisitLibrary
internal import VisitModel

/// The answers of one check-in on the command line that signal danger: each raises a concern by itself, whether or not
/// the check-in is recorded, and whether or not anybody says what they did.
struct CheckInDangers {
  let family: FamilyFile
  let instrument: Instrument
  let typed: TypedCheckIn
  let desk: FrontDesk

  /// The facts that raise a concern for each of them; empty where no answer signals danger, or none can be read.
  func facts(done: String, as member: Member) -> [Fact] {
    guard let answers = try? instrument.answers(typed: typed.answers) else { return [] }
    let now = desk.now
    let day = Day(typed: typed.day, today: now.day, leaning: .behind).map { min($0, now.day) } ?? now.day
    return instrument.dangers(in: answers).flatMap { trigger in
      DangerAnswer(
        family: family.id, person: family.family.person(typed: typed.person)?.number,
        instrument: instrument, trigger: trigger
      ).concern(
        id: RecordID.drawn(),
        seen: Words.danger(instrument, trigger, desk.library.words), done: done, day: day, now: now
      ).raising(by: member)
    }
  }

}

extension FrontDesk {
  /// Says what to do now about answers that signal danger, and what the concerns they raised are called.
  func say(dangers raised: [Fact], in scheme: Scheme) throws {
    guard !raised.isEmpty else { return }
    for line in try DangerText(for: scheme, words: library.words).lines { streams.message(line) }
    for case .concern(.raised(let concern)) in raised {
      streams.message(
        words(
          concern.done.isEmpty ? "checkin.concernOpen" : "checkin.concern", ["id": concern.id.description]))
    }
  }
}
