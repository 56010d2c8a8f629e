import Terminal
import VisitLibrary
import VisitModel

/// The form a visit is logged with, or amended with: one screen, filled in from the plan and the last visit.
///
/// It holds nothing but what is typed; the rules of ``TypedVisit`` say what is wrong with it.
struct VisitFormScreen: Screen {
  /// Whether a new visit is logged or one that was recorded is amended.
  enum Purpose: Hashable, Sendable {
    case log
    case amend(RecordID)
  }

  let family: FamilyID
  let purpose: Purpose
  private(set) var form: Form
  private let offered: [String: String]
  /// Who went, where the form does not ask: a volunteer writes up their own visits.
  private let went: String

  /// A form for a family, filled in with what is usual, or with what a draft holds.
  init(_ family: FamilyID, purpose: Purpose = .log, draft: Draft? = nil, at desk: Desk) {
    self.family = family
    self.purpose = purpose
    let usual: TypedVisit =
      switch purpose {
      case .log: VisitFormFilling(family: family, desk: desk).usual
      case .amend(let id):
        desk.caseload.visit(id)?.visit.lastSaid.map(TypedVisit.init) ?? TypedVisit()
      }
    went = usual[.volunteers]
    form = VisitFormFields(family: family, purpose: purpose, desk: desk).form
    form.enter(usual, at: desk)
    offered = form.visitTexts
    if let draft { form.enter(draft.fields) }
    if purpose == .log { form.focus(on: "note") }
  }

  var isTyping: Bool { true }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func familyInFront(at desk: Desk) -> FamilyID? { family }

  func title(at desk: Desk) -> String {
    let name = desk.caseload.families[family].map(desk.title) ?? ""
    return desk.words(purpose == .log ? "visitform.title" : "visitform.amend.title") + "  " + name
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    var commands = [Command("record", .record, keys: [.control("s")], at: desk)]
    if purpose == .log {
      let isFirst = desk.caseload.families[family]?.lastContact == nil
      commands.append(
        Command(
          "sameaslast", .sameAsLast, keys: [.function(4)], at: desk,
          unless: isFirst ? desk.words("visitform.first") : nil))
      commands.append(Command("checkintoo", .checkInToo, keys: [.function(5)], at: desk))
    }
    // An open list takes Esc for itself.
    if !form.hasOpenList {
      commands.append(Command("keepdraft", .keepDraft, keys: [.escape], at: desk))
    }
    return commands
  }

  var key: Draft.Key {
    switch purpose {
    case .log: Draft.Key(form: .visit, family: family)
    case .amend(let id): Draft.Key(form: .amendVisit(id), family: family)
    }
  }

  func draft(at desk: Desk) -> Draft? {
    let texts = form.visitTexts
    return texts == offered ? nil : Draft(key: key, fields: texts)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .record: return record(thenCheckIn: false, at: desk)
    case .checkInToo: return record(thenCheckIn: true, at: desk)
    case .sameAsLast:
      form.enter(VisitFormFilling(family: family, desk: desk).sameAsLast(over: form.typedVisit), at: desk)
      return [.say(Message(.note, desk.words("visitform.same.done")))]
    case .keepDraft:
      let isKept = draft(at: desk) != nil
      return [.pop] + (isKept ? [.say(Message(.note, desk.words("draft.kept")))] : [])
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    note(form.handle(key), at: desk)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Effect] {
    note(form.paste(text), at: desk)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    if event.kind == .press { note(form.click(at: event.position, in: area), at: desk) }
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    form.size = area.size
    form.draw(in: area, on: &grid)
  }

  /// Says what is wrong with a field as soon as it is left, and takes the words away once it is mended.
  private mutating func note(_ outcome: FormOutcome, at desk: Desk) {
    if outcome.changed == "outcome" || outcome.changed == "isWorry" { form.enableVisitFields() }
    if let left = outcome.left { form.showDays(in: left, at: desk) }
    guard outcome.left != nil || (outcome.changed.map { form[$0]?.error != nil } ?? false) else { return }
    let checked = outcome.left ?? outcome.changed
    let problems = problems(at: desk)
    for field in form.fields where field.id == checked || field.error != nil {
      form.setError(problems.first { $0.field.rawValue == field.id }.map(desk.sentence), of: field.id)
    }
  }

  private func problems(at desk: Desk) -> [Problem] {
    do throws(Refusal) {
      _ = try facts(allowingDuplicate: true, at: desk)
      return []
    } catch {
      return error.problems
    }
  }

  private func facts(allowingDuplicate: Bool, at desk: Desk) throws(Refusal) -> [Fact] {
    var typed = form.typedVisit
    if !form.has(Field.volunteers.rawValue) { typed[.volunteers] = went }
    return switch purpose {
    case .log:
      try RecordVisit(typed: typed, family: family, allowingDuplicate: allowingDuplicate)
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
    case .amend(let id):
      try AmendVisit(record: id, typed: typed, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
    }
  }

  private mutating func record(thenCheckIn: Bool, at desk: Desk) -> [Effect] {
    do throws(Refusal) {
      return recording(try facts(allowingDuplicate: false, at: desk), thenCheckIn: thenCheckIn, at: desk)
    } catch {
      if error.problems.count == 1, case .likelyDuplicate = error.problems[0].fault {
        return askAboutDuplicate(thenCheckIn: thenCheckIn, at: desk)
      }
      form.show(error, at: desk)
      return [.say(Message(.error, desk.words.count("form.problems", error.problems.count)))]
    }
  }

  private func askAboutDuplicate(thenCheckIn: Bool, at desk: Desk) -> [Effect] {
    let screen = self
    return [
      .ask(
        Question(
          title: desk.words("visitform.duplicate.title"), text: desk.words("visitform.duplicate.text"),
          yes: { desk in
            guard let facts = try? screen.facts(allowingDuplicate: true, at: desk) else { return [] }
            return screen.recording(facts, thenCheckIn: thenCheckIn, at: desk)
          },
          yesTitle: desk.words("visitform.duplicate.yes"), yesKey: .character("y")))
    ]
  }

  private func recording(_ facts: [Fact], thenCheckIn: Bool, at desk: Desk) -> [Effect] {
    let (key, family) = (key, family)
    // A worry is a concern at once, with what is known of it; the rest is asked for afterwards.
    let worries = desk.caseload.raisingWorries(in: facts, as: desk.member, now: desk.now) {
      RecordID(bits: desk.bits())
    }
    return [
      .record(facts + worries) { kept, desk in
        let said = Message(.done, VisitLine.recorded(kept, at: desk))
        let next: Effect = thenCheckIn ? .replace(CheckInScreen(family, at: desk)) : .pop
        let isWorrying = kept.contains { $0.isWorryingVisit }
        return [.removeDraft(key), next] + VisitLine.completing(worries, at: desk) + [.say(said)]
          + (isWorrying ? [.ask(VisitLine.worry(at: desk))] : [])
      }
    ]
  }
}

extension KeptEntry {
  fileprivate var isWorryingVisit: Bool {
    switch entry.fact {
    case .visitRecorded(let visit), .visitAmended(_, let visit): visit.worry != nil
    default: false
    }
  }
}
