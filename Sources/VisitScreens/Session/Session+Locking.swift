import VisitLibrary
import VisitModel

/// Letting the keys go after a while without a key pressed, and coming back to where the person was.
extension Session {
  /// Where the person is, by names alone, to come back to after the book was locked.
  struct Place: Sendable {
    let family: FamilyID?
    let draft: Draft.Key?
  }

  /// Makes what is typed durable and lets the journal and its keys go; says where to come back to.
  mutating func lock() -> Place {
    let draft = front.draft(at: desk)
    drafting.saveNow(draft, at: desk)
    let family = screens.compactMap { ($0 as? FamilyScreen)?.family }.last
    close()
    return Place(family: family, draft: draft?.key)
  }

  /// Comes back to where the person was before the book was locked.
  mutating func resume(at place: Place) {
    screens = [FamiliesScreen(at: desk)]
    if let family = place.family, desk.caseload.families[family] != nil {
      screens.append(FamilyScreen(family, at: desk))
    }
    askWhatWasDone()
    if front.holds { return }
    if let key = place.draft, let form = drafting.screen(for: key, at: desk) { screens.append(form) }
  }
}
