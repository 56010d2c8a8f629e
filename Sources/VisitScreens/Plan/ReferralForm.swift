import Terminal
import VisitLibrary
import VisitModel

// How a family came to the scheme: the fields of its referral, and the answer it gets.

extension FormScreen {
  /// Records the referral of a family that is in the book, or amends the one that stands.
  static func referral(_ file: FamilyFile, draft: Draft? = nil, at desk: Desk) -> FormScreen {
    let id = file.id
    let open = file.episode.flatMap { $0.state.stage.isClosed ? nil : $0 }
    let old = open.flatMap { file.assessment.referral(of: $0.number) }
    var fields = referralFields(
      old?.current.map { TypedReferral($0) } ?? TypedReferral([.received: desk.long(desk.today)]), at: desk)
    if old != nil { fields.append(.line(.reason, at: desk, isRequired: true)) }
    return FormScreen(
      heading: desk.words("referral.title", ["family": desk.title(of: file)]),
      explanation: desk.words(old == nil ? "referral.text" : "amendfamily.text"), form: Form(fields),
      key: Draft.Key(form: .referral, family: id), draft: draft
    ) { form, desk throws(Refusal) in
      let typed = TypedReferral(form.texts(of: TypedReferral.fields))
      guard let old else {
        return [
          .recordAndReturn(
            try RecordReferral(family: id, typed: typed)
              .facts(in: desk.caseload, lists: desk.lists, today: desk.today))
        ]
      }
      return [
        .recordAndReturn(
          try AmendReferral(record: old.id, typed: typed, reason: form.text(of: Field.reason.rawValue))
            .facts(in: desk.caseload, lists: desk.lists, today: desk.today))
      ]
    }
  }

  /// The fields of a referral, for a form of its own and for that of a new family.
  static func referralFields(_ typed: TypedReferral, at desk: Desk) -> [FormField] {
    [
      .line(.received, typed[.received], at: desk, width: 16),
      .entry(.source, of: ReferralSourceID.self, selected: typed[.source], at: desk),
      .line(.referrer, typed[.referrer], at: desk).beside(70, width: 18),
      .line(.agency, typed[.agency], at: desk).beside(70, width: 18),
      .line(.referrerPhone, typed[.referrerPhone], at: desk, width: 18),
      .area(.referralReasons, typed[.referralReasons], at: desk),
      .boxes(.needs, of: NeedID.self, checked: typed[.needs], at: desk),
      .area(.noticed, typed[.noticed], at: desk),
      .words(
        .agreement, ReferralAgreementKind.allCases, key: "agreement",
        selected: typed[.agreement].isEmpty ? ReferralAgreementKind.none.rawValue : typed[.agreement],
        at: desk, width: 26, appearance: .list),
      .line(.agreedOn, typed[.agreedOn], at: desk).beside(71, width: 16),
      .line(.declaredBy, typed[.declaredBy], at: desk).beside(71, width: 20),
    ]
  }

  /// Answers a referral: the answer, and the reason of a refusal.
  static func answerReferral(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    let form = Form([
      .words(
        .stage, ReferralAnswer.allCases, key: "referral.answer", selected: ReferralAnswer.accept.rawValue,
        at: desk),
      .line(.date, desk.long(desk.today), at: desk, width: 16),
      .entry(.refusal, of: RefusalID.self, at: desk),
      .line(.reason, at: desk, hint: desk.words("referral.reason.hint")),
    ])
    return FormScreen(
      heading: desk.words("referral.answer.title", ["family": desk.title(of: file)]),
      explanation: desk.words("referral.answer.text"), form: form,
      adapting: { form in
        let answer = form.choice(of: Field.stage.rawValue).flatMap { ReferralAnswer(rawValue: $0) }
        form.setEnabled(answer == .refuse, of: Field.refusal.rawValue)
        form.setEnabled(answer != .accept, of: Field.reason.rawValue)
      }
    ) { form, desk throws(Refusal) in
      let answer = ReferralAnswer(rawValue: form.choice(of: Field.stage.rawValue) ?? "") ?? .accept
      let facts = try AnswerReferral(
        family: id, answer: answer, day: form.text(of: Field.date.rawValue),
        refusal: form.choice(of: Field.refusal.rawValue) ?? "", reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }
}
