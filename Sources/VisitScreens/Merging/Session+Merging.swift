import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

// What the session does so that two families become one, and are two again.

extension Session {
  /// Makes two families one, and shows the one that goes on.
  mutating func merge(_ merge: MergeFamilies) {
    do throws(Refusal) {
      let facts = try merge.facts(
        in: desk.caseload, lists: desk.lists, by: desk.member, today: desk.today,
        holders: journal.holders(of:))
      record(facts, showing: merge.into, "merge.done", about: merge.family)
    } catch {
      message = error.problems.first.map { Message(.error, desk.sentence($0)) }
    }
  }

  /// Takes a merge back, and shows the family that has its own file again.
  mutating func undoMerge(_ undo: UndoMerge) {
    do throws(Refusal) {
      let facts = try undo.facts(in: desk.caseload, by: desk.member, holders: journal.holders(of:))
      record(facts, showing: undo.family, "merge.undo.done", about: undo.family)
    } catch {
      message = error.problems.first.map { Message(.error, desk.sentence($0)) }
    }
  }

  private mutating func record(
    _ facts: [Fact], showing shown: FamilyID, _ key: String, about family: FamilyID
  ) {
    let names = [
      "family": desk.caseload.families.number(of: family)?.description ?? "",
      "into": desk.caseload.families.number(of: shown)?.description ?? "",
    ]
    record(facts) { _, desk in
      [
        .main(FamiliesScreen(at: desk)), .push(FamilyScreen(shown, at: desk)),
        .say(Message(.done, desk.words(key, names))),
      ]
    }
  }
}
