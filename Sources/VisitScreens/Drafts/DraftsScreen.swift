import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

/// The drafts that were left: each under the name of the family it belongs to, to go on with or throw away.
struct DraftsScreen: Screen {
  private var drafts: [KeptDraft]
  private var cursor: ListCursor

  init(_ drafts: [KeptDraft], at desk: Desk) {
    self.drafts = drafts
    cursor = ListCursor(count: drafts.count)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String { desk.words("drafts.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    let nothing = cursor.selection == nil ? desk.words("drafts.empty") : nil
    return [
      Command("resume", .resume, keys: [.enter], at: desk, unless: nothing),
      Command("discard", .discard, keys: [.character("d"), .delete], at: desk, unless: nothing),
      Command("later2", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    if act == .back { return [.pop] }
    guard let row = cursor.selection, row < drafts.count else { return [] }
    let kept = drafts[row]
    switch act {
    case .resume:
      guard let screen = kept.draft.screen(at: desk) else {
        return [.say(Message(.caution, desk.words("drafts.nofamily")))]
      }
      return [.replace(screen)]
    case .discard:
      let key = kept.draft.key
      return [
        .ask(
          Question(
            title: desk.words("drafts.discard.title"),
            text: desk.words("drafts.discard.text", ["what": kept.draft.name(at: desk)]),
            yes: { _ in [.removeDraft(key), .dropDraft(key)] }, yesTitle: desk.words("drafts.discard.yes"),
            yesKey: .character("y")))
      ]
    default: return []
    }
  }

  /// Takes a thrown-away draft off the list.
  mutating func drop(_ key: Draft.Key) {
    drafts.removeAll { $0.draft.key == key }
    cursor.reselect(nil, count: drafts.count)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (head, list) = area.splitTop(2)
    grid.writeWrapped(desk.words.count("drafts.text", drafts.count), in: head.inset(columns: 1, rows: 0))
    cursor.pageRows = max(1, list.rows / 2)
    for (line, index) in cursor.visibleRange(rows: max(1, list.rows / 2)).enumerated() {
      let kept = drafts[index]
      let row = list.line(line * 2)
      let isSelected = index == cursor.selection
      if isSelected {
        grid.fill(row, style: .selection)
        grid.cursor = row.origin
      }
      let when = desk.words("drafts.when", ["when": desk.entered(kept.savedAt)])
      grid.write(
        " \(isSelected ? ">" : " ") \(kept.draft.name(at: desk))   \(when)", at: row.origin,
        style: isSelected ? .selection : .normal, maxColumns: row.columns)
      grid.write(
        "     " + kept.draft.beginning, at: list.line(line * 2 + 1).origin, style: .dim,
        maxColumns: row.columns)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}

extension Draft {
  /// What the draft is of: "Visit, F-0042 Abbott".
  func name(at desk: Desk) -> String {
    let family =
      key.family.flatMap { desk.caseload.families[$0] }.map(desk.title) ?? fields[Field.name.rawValue] ?? ""
    let form: String =
      switch key.form {
      case .visit: desk.words("drafts.visit")
      case .amendVisit: desk.words("drafts.amendvisit")
      case .family: desk.words("drafts.family")
      case .amendFamily: desk.words("drafts.amendfamily")
      case .referral: desk.words("drafts.referral")
      case .assessment: desk.words("drafts.assessment")
      case .supportPlan: desk.words("drafts.supportplan")
      case .review, .amendReview: desk.words("drafts.review")
      case .feedback: desk.words("drafts.feedback")
      case .ending: desk.words("drafts.ending")
      case .checkIn(let id): desk.instruments[id]?.shortTitle ?? id.rawValue
      case .concern: desk.words("drafts.concern")
      case .amendConcern: desk.words("drafts.amendconcern")
      case .actOnConcern: desk.words("drafts.actonconcern")
      case .danger: desk.words("drafts.danger")
      case .volunteerNote(let volunteer, let kind):
        desk.words(
          "notes.title",
          ["kind": desk.words("note.\(kind.rawValue)"), "volunteer": desk.volunteerTitle(volunteer)])
      }
    return family.isEmpty ? form : "\(form), \(family)"
  }

  /// The first words that were typed, to know the draft by.
  var beginning: String {
    let told = [Field.note, .familyWords, .worry, .followUp, .seen, .said, .done, .action, .name, .reason]
      .compactMap {
        fields[$0.rawValue]
      }
    return (told.first { !$0.isEmpty } ?? "").oneLine
  }

  /// The draft as one about the family that its own was merged into; nil where it was merged into none.
  ///
  /// People have other numbers there. What is typed on the amendment of a family's details names them by their rows and fits
  /// no other family: it can be read in the list of drafts, and stays there.
  func moved(at desk: Desk) -> Draft? {
    let merges = desk.caseload.families.merges
    guard let family = key.family, key.form != .amendFamily, merges.root(of: family) != family else {
      return nil
    }
    let people: [Field] = [.there, .declined, .away, .person, .present, .about]
    var fields = fields
    for field in people {
      fields[field.rawValue] = fields[field.rawValue].map { merges.people(of: family, namedIn: $0) }
    }
    return Draft(key: Key(form: key.form, family: merges.root(of: family)), fields: fields)
  }

  /// The form with what was typed in it; nil where its family or visit cannot be opened.
  func screen(at desk: Desk) -> (any Screen)? {
    if let moved = moved(at: desk) { return moved.screen(at: desk) }
    let file = key.family.flatMap { desk.caseload.families[$0] }.flatMap { $0.id == key.family ? $0 : nil }
    switch key.form {
    case .visit: return file.map { VisitFormScreen($0.id, draft: self, at: desk) }
    case .amendVisit(let id):
      guard let file, desk.caseload.visit(id) != nil else { return nil }
      return VisitFormScreen(file.id, purpose: .amend(id), draft: self, at: desk)
    case .family: return FormScreen.newFamily(id: FamilyID(rawValue: desk.bits()), draft: self, at: desk)
    case .amendFamily: return file.map { FormScreen.amendFamily($0, draft: self, at: desk) }
    case .referral: return file.map { FormScreen.referral($0, draft: self, at: desk) }
    case .feedback: return file.map { FormScreen.feedback($0, draft: self, at: desk) }
    case .ending: return file.map { FormScreen.end($0, draft: self, at: desk) }
    case .assessment: return file.map { FormScreen.assessment($0, draft: self, at: desk) }
    case .supportPlan: return file.map { FormScreen.supportPlan($0, draft: self, at: desk) }
    case .review: return file.map { ReviewFormScreen($0.id, draft: self, at: desk) }
    case .amendReview(let id):
      guard let file, desk.caseload.review(id) != nil else { return nil }
      return ReviewFormScreen(file.id, purpose: .amend(id), draft: self, at: desk)
    case .concern: return FormScreen.raiseConcern(key.family, draft: self, at: desk)
    case .amendConcern(let id):
      return desk.caseload.concerns[id].map { _ in FormScreen.amendConcern(id, draft: self, at: desk) }
    case .danger(let id):
      guard let file = desk.caseload.concerns[id], file.concern.awaitsWhatWasDone else { return nil }
      return DangerScreen(file.concern, draft: self, at: desk)
    case .actOnConcern(let id):
      return desk.caseload.concerns[id].map { _ in FormScreen.actOnConcern(id, draft: self, at: desk) }
    case .checkIn: return file.map { CheckInScreen($0.id, draft: self, at: desk) }
    case .volunteerNote(let volunteer, let kind):
      guard desk.caseload.volunteers[volunteer] != nil else { return nil }
      return FormScreen.note(kind, about: volunteer, draft: self, at: desk)
    }
  }
}
