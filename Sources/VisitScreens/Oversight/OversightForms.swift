import Terminal
import VisitLibrary
import VisitModel

// What is done with the records themselves: saying why a family is opened, holding it, erasing it.

extension FormScreen {
  /// Asks why a family outside the member's own caseload is opened, then opens it.
  static func opening(_ file: FamilyFile, then screen: any Screen, at desk: Desk) -> FormScreen {
    let id = file.id
    return FormScreen(
      heading: desk.words("opening.title", ["family": file.number.description]),
      explanation: desk.words("opening.text"),
      form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try OpenFamily(family: id, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload, today: desk.today)
      return [.record(facts) { _, _ in [.replace(screen)] }]
    }
  }

  /// Keeps a family from being erased, or lifts the hold.
  static func hold(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let (id, hold) = (file.id, desk.caseload.hold(on: file.id))
    let text =
      hold.map { desk.words("hold.lifttext", ["day": desk.long($0.day), "reason": $0.reason.text]) }
      ?? desk.words("hold.text")
    return FormScreen(
      heading: desk.words(hold == nil ? "hold.title" : "hold.lifttitle", ["family": desk.title(of: file)]),
      explanation: text, form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let reason = form.text(of: Field.reason.rawValue)
      let facts =
        hold == nil
        ? try SetHold(family: id, reason: reason).facts(in: desk.caseload, by: desk.member, today: desk.today)
        : try LiftHold(family: id, reason: reason).facts(
          in: desk.caseload, by: desk.member, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Erases a family for good, once its number was typed.
  static func erase(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    let form = Form([
      .choice(
        .ground,
        ErasureGround.allCases.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("ground.\($0.rawValue)"))
        }, selected: ErasureGround.retention.rawValue, at: desk, appearance: .list, width: 44),
      .line(.reason, at: desk, isRequired: true, hint: desk.words("erasing.reason.hint")),
      .line(.authority, desk.member.name, at: desk, width: 36),
      .line(.number, at: desk, width: 10, isRequired: true, hint: desk.words("erasing.number.hint")),
    ])
    return FormScreen(
      heading: desk.words("erasing.title", ["family": desk.title(of: file)]),
      explanation: desk.words(
        "erasing.text",
        ["visits": "\(file.standingVisits.count)", "checkins": "\(file.standingCheckIns.count)"]), form: form
    ) { form, desk throws(Refusal) in
      let command = EraseFamily(
        family: id, ground: form.choice(of: Field.ground.rawValue) ?? "",
        reason: form.text(of: Field.reason.rawValue), authority: form.text(of: Field.authority.rawValue))
      let confirmed = form.text(of: Field.number.rawValue)
      _ = try command.facts(
        in: desk.caseload, by: desk.member, confirmed: confirmed, counts: [], today: desk.today)
      return [.erase(command, confirmed: confirmed)]
    }
  }
}

extension Desk {
  /// Why the member may not do what only a supervisor may; nil for a supervisor.
  var supervisorsOnly: String? {
    member.role == .supervisor ? nil : words("fault.supervisorsOnly")
  }

  /// Why a family may not be erased now; nil where it may.
  func eraseBar(_ file: FamilyFile) -> String? {
    do throws(Refusal) {
      try EraseFamily.check(file.id, in: caseload, by: member)
      return nil
    } catch {
      return error.problems.first.map(sentence)
    }
  }
}
