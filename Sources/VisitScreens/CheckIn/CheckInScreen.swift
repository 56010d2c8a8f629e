import Terminal
import VisitLibrary
import VisitModel

/// A check-in: first who answers what, then the questions, one key an answer.
struct CheckInScreen: Screen {
  let family: FamilyID
  private(set) var form: Form
  private(set) var asking: Asking?

  /// The questions under way: the answers so far, as typed, and the question in front.
  struct Asking: Sendable {
    let instrument: Instrument
    var answers: [String]
    var position = 0
    var typed = ""
    /// The concerns that answers raised, by the trigger that fired.
    var raised: [String: RecordID] = [:]
  }

  init(_ family: FamilyID, draft: Draft? = nil, at desk: Desk) {
    self.family = family
    form = CheckInScreen.form(family, at: desk)
    follow(at: desk)
    if let draft { resume(draft, at: desk) }
  }

  private static func form(_ family: FamilyID, at desk: Desk) -> Form {
    let file = desk.caseload.families[family]
    let instruments = desk.instruments.values
      .filter {
        desk.caseload.wordings.isOn($0) && $0.head.may(desk.member.role) && !$0.isOnlyDoneElsewhere
      }
      .sorted { $0.id == .coping ? true : $1.id == .coping ? false : $0.title < $1.title }
    let people = (file?.family.people ?? []).filter { $0.role != .child }
    return Form([
      .choice(
        .instrument, instruments.map { ChoiceOption(id: $0.id.rawValue, label: $0.title) },
        selected: instruments.first?.id.rawValue, at: desk),
      .choice(
        .person, people.map { ChoiceOption(id: $0.number.description, label: $0.shortName) },
        selected: file?.family.mainCarer?.number.description, at: desk),
      .choice(
        .mode,
        CheckInMode.allCases.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("mode.\($0.rawValue.filter(\.isLetter))"))
        }, selected: CheckInMode.helped.rawValue, at: desk, appearance: .row),
      .choice(
        .point,
        CheckInPoint.allCases.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("point.\($0.rawValue)"))
        },
        selected: CheckInPoint.start.rawValue, at: desk, appearance: .row),
      .line(.cover, at: desk, width: 30, hint: desk.words("field.cover.hint")),
    ])
  }

  /// Lets the form follow the instrument: at which point it most likely is, and whether somebody has to be reachable.
  private mutating func follow(at desk: Desk) {
    guard let instrument = chosenInstrument(at: desk) else { return }
    let point = desk.caseload.families[family]?.usualPoint(of: instrument.id) ?? .start
    form.setChoice(point.rawValue, of: Field.point.rawValue)
    form.setEnabled(instrument.head.needsSafetyCover, of: Field.cover.rawValue)
  }

  private mutating func resume(_ draft: Draft, at desk: Desk) {
    form.enterPlain(draft.fields)
    guard let instrument = chosenInstrument(at: desk) else { return }
    let answers = (draft.fields[Field.answers.rawValue] ?? "").split(
      separator: ",", omittingEmptySubsequences: false
    ).map(String.init)
    var padded = Array(answers.prefix(instrument.items.count))
    padded += Array(repeating: "", count: instrument.items.count - padded.count)
    asking = Asking(
      instrument: instrument, answers: padded, position: padded.firstIndex(of: "") ?? padded.count - 1)
    for trigger in instrument.triggers {
      asking?.raised[trigger.id] = draft.fields[Asking.draftPrefix + trigger.id].flatMap { RecordID($0) }
    }
  }

  private func chosenInstrument(at desk: Desk) -> Instrument? {
    let chosen = form.choice(of: Field.instrument.rawValue)
      .flatMap { desk.instruments[InstrumentID(rawValue: $0)] }?.asked(with: desk.caseload.wordings)
    return desk.caseload.families[family].flatMap { chosen?.asked(of: $0, on: desk.today) } ?? chosen
  }

  var isTyping: Bool { true }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func familyInFront(at desk: Desk) -> FamilyID? { family }

  func title(at desk: Desk) -> String {
    let name = desk.caseload.families[family].map(desk.title) ?? ""
    guard let asking else { return desk.words("checkin.title", ["family": name]) }
    let file = desk.caseload.families[family]
    let person = form.choice(of: Field.person.rawValue).flatMap { file?.family.person(typed: $0)?.shortName }
    return "\(asking.instrument.shortTitle)  \(person ?? "")  \(name)"
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard let asking else {
      return [
        Command("begin", .record, keys: [.control("s")], at: desk),
        Command("cancel", .back, keys: [.escape], at: desk),
      ]
    }
    let isBlank = asking.answers.allSatisfy { $0.isEmpty || $0 == "-" }
    return [
      Command(
        "finish", .finish, keys: [.control("s")], at: desk,
        unless: isBlank ? desk.words("checkin.noanswers") : nil),
      Command("previous", .previousQuestion, keys: [.left, .up, .backspace], at: desk),
      Command("nextquestion", .nextChoice, keys: [.right, .down, .tab], at: desk, onKeyLine: false),
      Command("keepdraft", .keepDraft, keys: [.escape], at: desk),
    ]
  }

  func draft(at desk: Desk) -> Draft? {
    guard let asking, asking.answers.contains(where: { !$0.isEmpty }) else { return nil }
    var fields = form.plainTexts
    fields[Field.answers.rawValue] = asking.answers.joined(separator: ",")
    for (trigger, id) in asking.raised { fields[Asking.draftPrefix + trigger] = "\(id)" }
    return Draft(key: Draft.Key(form: .checkIn(asking.instrument.id), family: family), fields: fields)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .record: return begin(at: desk)
    case .finish:
      // What only the whole of the answers says comes before anything is finished.
      let late = raising(asking.map { $0.instrument.dangers(in: $0.given) } ?? [], at: desk)
      return late.isEmpty ? finish(allowingEarly: false, at: desk) : late
    case .previousQuestion: asking?.move(by: -1)
    case .nextChoice: asking?.move(by: 1)
    case .keepDraft:
      let isKept = draft(at: desk) != nil
      return [.pop] + (isKept ? [.say(Message(.note, desk.words("draft.kept")))] : [])
    case .back: return [.pop]
    default: break
    }
    return []
  }

  private mutating func begin(at desk: Desk) -> [Effect] {
    guard let instrument = chosenInstrument(at: desk) else { return [] }
    guard form.choice(of: Field.person.rawValue) != nil else {
      form.setError(desk.words("fault.missing"), of: Field.person.rawValue)
      form.focus(on: Field.person.rawValue)
      return []
    }
    if instrument.head.needsSafetyCover, form.text(of: Field.cover.rawValue).allSatisfy(\.isWhitespace) {
      form.setError(desk.words("fault.needsCover"), of: Field.cover.rawValue)
      form.focus(on: Field.cover.rawValue)
      return []
    }
    let key = Draft.Key(form: .checkIn(instrument.id), family: family)
    var fresh = self
    fresh.asking = Asking(
      instrument: instrument, answers: Array(repeating: "", count: instrument.items.count))
    self = fresh
    return [.pop, .openDraft(key, orElse: fresh)]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    guard asking != nil else {
      let outcome = form.handle(key)
      if outcome.changed == Field.instrument.rawValue { follow(at: desk) }
      return outcome.isFinished ? begin(at: desk) : []
    }
    switch key {
    case .character(let character): asking?.type(character)
    case .enter: asking?.enter()
    default: break
    }
    guard let asking else { return [] }
    return raising(asking.instrument.dangers(onAnswering: asking.given), at: desk)
  }

  /// Raises a concern for each danger that has none yet, and puts what to do about it in front of everything. What is
  /// recorded here stays, whatever becomes of the check-in.
  private mutating func raising(_ dangers: [InstrumentTrigger], at desk: Desk) -> [Effect] {
    guard let asking else { return [] }
    let person = form.choice(of: Field.person.rawValue).flatMap { PersonNumber(typed: $0) }
    var effects: [Effect] = []
    for trigger in dangers where asking.raised[trigger.id].flatMap({ desk.caseload.concerns[$0] }) == nil {
      let id = RecordID(bits: desk.bits())
      let concern = DangerAnswer(
        family: family, person: person, instrument: asking.instrument, trigger: trigger
      ).concern(
        id: id, seen: Words.danger(asking.instrument, trigger, desk.words), day: desk.today, now: desk.now)
      self.asking?.raised[trigger.id] = id
      effects += [
        .push(DangerScreen(concern, at: desk)), .record(concern.raising(by: desk.member)) { _, _ in [] },
      ]
    }
    return effects
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    if asking == nil, event.kind == .press {
      let changed = form.click(at: event.position, in: area).changed
      if changed == Field.instrument.rawValue { follow(at: desk) }
    }
    return []
  }

  private func facts(allowingEarly: Bool, at desk: Desk) throws(Refusal) -> [Fact] {
    guard let asking else { return [] }
    let typed = TypedCheckIn(
      person: form.choice(of: Field.person.rawValue) ?? "", answers: asking.answers,
      mode: form.choice(of: Field.mode.rawValue) ?? "", point: form.choice(of: Field.point.rawValue) ?? "",
      cover: form.text(of: Field.cover.rawValue))
    return try RecordCheckIn(
      family: family, instrument: asking.instrument, typed: typed, allowingEarly: allowingEarly
    ).facts(in: desk.caseload, as: desk.member.role, today: desk.today)
  }

  private func finish(allowingEarly: Bool, at desk: Desk) -> [Effect] {
    do throws(Refusal) {
      return recording(try facts(allowingEarly: allowingEarly, at: desk))
    } catch {
      let screen = self
      if case .tooSoon = error.problems.first?.fault {
        return [
          .ask(
            Question(
              title: desk.words("checkin.early.title"), text: desk.sentence(error.problems[0]),
              yes: { desk in screen.finish(allowingEarly: true, at: desk) },
              yesTitle: desk.words("checkin.early.yes"), yesKey: .character("y")))
        ]
      }
      return [.say(Message(.error, error.problems.map(desk.sentence).joined(separator: " ")))]
    }
  }

  private func recording(_ facts: [Fact]) -> [Effect] {
    guard let asking else { return [] }
    let key = Draft.Key(form: .checkIn(asking.instrument.id), family: family)
    return [
      .record(facts) { kept, desk in
        let result: [Effect] =
          kept.last.map { [.replace(CheckInResultScreen($0.entry.id, at: desk))] } ?? [.pop]
        return [.removeDraft(key)] + result + [.say(.recorded(kept, at: desk))]
      }
    ]
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let asking else {
      form.size = area.size
      form.draw(in: area, on: &grid)
      return
    }
    AskingDrawing(asking: asking, last: lastTime(asking.instrument, at: desk), desk: desk).draw(
      in: area, on: &grid)
  }
}

extension CheckInScreen {
  /// What the same person scored with the same instrument last time.
  private func lastTime(_ instrument: Instrument, at desk: Desk) -> String? {
    let person = form.choice(of: Field.person.rawValue).flatMap { PersonNumber(typed: $0) }
    let before = desk.caseload.families[family]?.standingCheckIns.compactMap(\.current).last {
      $0.instrument == instrument.id && $0.version == instrument.version && $0.person == person
    }
    guard let before, let score = instrument.primaryScore,
      let value = instrument.result(of: before.answers).score(score.id)?.value
    else { return nil }
    return desk.words("checkin.lasttime", ["day": desk.short(before.day), "score": score.text(of: value)])
  }
}
