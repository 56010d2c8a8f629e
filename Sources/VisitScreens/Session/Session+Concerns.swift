import VisitModel

// What the session does about concerns: a form for one over any screen, and danger answers that wait for what was done.

extension Session {
  /// Puts a concern's form over whatever is in front, whose own draft is made durable first.
  mutating func raiseConcern() {
    let family = front.familyInFront(at: desk)
    carryOut([
      .openDraft(
        Draft.Key(form: .concern, family: family), orElse: FormScreen.raiseConcern(family, at: desk))
    ])
  }

  /// Puts what to do about a danger answer in front again, as long as nobody wrote down what was done: after a crash,
  /// a lock or a flat battery.
  mutating func askWhatWasDone() {
    for file in desk.caseload.concerns.awaitingWhatWasDone(by: desk.member.number) {
      let key = Draft.Key(form: .danger(file.id), family: file.concern.subject.family)
      screens.append(drafting.screen(for: key, at: desk) ?? DangerScreen(file.concern, at: desk))
    }
  }
}
