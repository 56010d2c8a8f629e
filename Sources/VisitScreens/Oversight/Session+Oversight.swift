import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

// What the session does so that records are opened and erased only by those who may, and never without a trace.

extension Session {
  /// The form that asks why a family is opened, where a screen shows one outside the member's caseload; else nil.
  func question(before screen: any Screen) -> FormScreen? {
    guard let family = screen.familyOpened(at: desk), let file = desk.caseload.families[family],
      desk.caseload.needsReason(toOpen: file, as: desk.member, today: desk.today)
    else { return nil }
    return FormScreen.opening(file, then: screen, at: desk)
  }

  /// Erases a family for good, and goes back to the families.
  mutating func erase(_ command: EraseFamily, confirmed: String) {
    do throws(JournalError) {
      var counts: [FactKind: Int] = [:]
      for kept in try journal.entries(about: desk.caseload.parts(of: command.family)) {
        counts[kept.entry.fact.kind, default: 0] += 1
      }
      let facts: [Fact]
      do throws(Refusal) {
        facts = try command.facts(
          in: desk.caseload, by: desk.member, confirmed: confirmed,
          counts: counts.map { ErasedCount(kind: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.kind.rawValue) < ($0.count, $1.kind.rawValue) }, today: desk.today)
      } catch {
        message = error.problems.first.map { Message(.error, desk.sentence($0)) }
        return
      }
      let number = desk.caseload.families[command.family]?.number.description ?? ""
      let (kept, cleared) = try journal.erase(recording: facts)
      for entry in kept { desk.caseload.apply(entry) }
      lastRecorded = nil
      drafting.forget()
      screens = [FamiliesScreen(at: desk)]
      message = Message(
        .done, desk.words("erasing.done", ["family": number, "entries": "\(cleared.entries)"]))
    } catch {
      message = Message(.error, surroundings.explain(error))
    }
  }
}
