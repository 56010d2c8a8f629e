import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

// What the session does with the journal: recording, taking back, checking.

extension Session {
  /// Records facts, then does what depends on it. The journal is told first: nothing is shown as saved before it is
  /// on the disk, and where it is not, the form stays as it is and its draft with it.
  mutating func record(_ facts: [Fact], then: @Sendable ([KeptEntry], Desk) -> [Effect]) {
    do throws(JournalError) {
      let ended = desk.caseload.matchesEnded(by: facts)
      let kept = try journal.record(desk.caseload.homed(facts))
      for entry in kept { desk.caseload.apply(entry) }
      for case let entry in kept.map(\.entry) {
        if case .visitRecorded = entry.fact { lastRecorded = entry.id }
      }
      let following = then(kept, desk)
      drafting.forget()
      carryOut(following)
      refresh()
      close(ended)
    } catch {
      drafting.saveNow(front.draft(at: desk), at: desk)
      message = Message(.error, surroundings.explain(error))
    }
  }

  /// Takes the keys of families from volunteers who are matched with them no more; says where that failed.
  private mutating func close(_ matches: [EndedMatch]) {
    do throws(JournalError) {
      try journal.close(matches)
    } catch {
      message = Message(.error, surroundings.explain(error))
    }
  }

  /// Asks for the reason to take back the last visit recorded in this session.
  mutating func takeBackLast() {
    guard let id = lastRecorded, let (_, record) = desk.caseload.visit(id), !record.isRetracted else {
      message = Message(.note, desk.words("takeback.nothing"))
      return
    }
    carryOut([.push(FormScreen.retract(id, at: desk))])
  }

  /// Checks the whole journal, and says what was found.
  func verified() -> Message {
    let report = journal.verify()
    let isGood = report.verdict == .good
    return Message(
      isGood ? .done : .error,
      desk.words.count(
        isGood ? "journal.good" : "journal.bad", report.facts.entries, ["frames": "\(report.facts.frames)"]))
  }
}
