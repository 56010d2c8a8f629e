import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

/// Keeps what is typed durable: at every field change at once, and within a second while somebody types.
///
/// One draft a form and family; it goes when the form is recorded or the person throws it away.
struct Drafting {
  /// How long a changed draft may wait for more typing before it is made durable.
  static let patienceMilliseconds = 600

  private let drafts: Drafts
  private var waiting: Draft?
  private var kept: Draft?
  /// The form that was just recorded or thrown away: what it still shows is no draft any more.
  private var finished: Draft.Key?
  /// When the draft in front was last made durable, as the screen says it.
  private(set) var saved: String?
  /// Why the draft could not be kept, until that has been said.
  private var failure: JournalError?

  init(journal: Journal) { drafts = journal.drafts }

  /// Why the draft could not be kept, to be said once for every try.
  mutating func takeFailure() -> JournalError? {
    defer { failure = nil }
    return failure
  }

  /// Whether something typed is not durable yet.
  var isDue: Bool { waiting != nil }

  /// Notes what the form in front holds now; it is made durable when the typing pauses.
  mutating func note(_ draft: Draft?, at desk: Desk) {
    guard let draft, draft.key != finished else {
      waiting = nil
      return
    }
    if draft != kept { waiting = draft } else { waiting = nil }
  }

  /// Makes what waits durable, because the typing paused.
  mutating func save(_ draft: Draft?, at desk: Desk) {
    if waiting != nil { saveNow(draft, at: desk) }
  }

  /// Makes what the form in front holds durable at once.
  mutating func saveNow(_ draft: Draft?, at desk: Desk) {
    waiting = nil
    guard let draft, draft != kept, draft.key != finished else { return }
    do throws(JournalError) {
      try drafts.save(draft.key.stored, fields: draft.storedFields)
      kept = draft
      saved = desk.words("draft.saved", ["time": desk.clock])
      failure = nil
    } catch {
      saved = desk.words("draft.notsaved")
      failure = error
    }
  }

  /// Forgets what was typed, because it was recorded.
  mutating func forget() {
    waiting = nil
    kept = nil
    saved = nil
  }

  /// Begins anew with a form that may have been finished before.
  mutating func begin() { finished = nil }

  /// Takes a draft away for good.
  mutating func remove(_ key: Draft.Key) {
    waiting = nil
    finished = key
    if kept?.key == key { forget() }
    do throws(JournalError) { try drafts.remove(key.stored) } catch { failure = error }
  }

  /// The drafts there are, latest first; one that cannot be read is put aside by the journal, never in the way.
  ///
  /// What was typed of a family that was merged since is kept under the one that goes on, as soon as anybody looks.
  mutating func open(at desk: Desk) -> [KeptDraft] {
    var found: [KeptDraft] = []
    do throws(JournalError) { found = try drafts.list().drafts.compactMap(KeptDraft.init) } catch {
      return []
    }
    guard !desk.caseload.families.merges.isEmpty else { return found }
    return found.map { draft in
      guard let moved = draft.draft.moved(at: desk) else { return draft }
      // Where something was typed under both, neither may be lost.
      guard !found.contains(where: { $0.draft.key == moved.key }) else { return draft }
      do throws(JournalError) {
        try drafts.save(moved.key.stored, fields: moved.storedFields)
        try drafts.remove(draft.draft.key.stored)
        return KeptDraft(moved, savedAt: draft.savedAt)
      } catch {
        failure = error
        return draft
      }
    }
  }

  /// The form with the draft that is kept of it; nil where there is none.
  mutating func screen(for key: Draft.Key, at desk: Desk) -> (any Screen)? {
    // What waits under the number of a family that was merged into this one belongs here now.
    if !desk.caseload.families.merges.isEmpty { _ = open(at: desk) }
    do throws(JournalError) {
      guard let contents = try drafts.load(key.stored), let found = KeptDraft(contents) else { return nil }
      kept = found.draft
      return found.draft.screen(at: desk)
    } catch {
      failure = error
      return nil
    }
  }
}

extension InputEvent {
  /// Whether a person usually leaves a field with it, so that what was typed is made durable at once.
  var isLeavingField: Bool {
    switch self {
    case .key(.tab), .key(.backTab), .key(.enter), .key(.up), .key(.down), .key(.escape), .paste: true
    default: false
    }
  }
}
