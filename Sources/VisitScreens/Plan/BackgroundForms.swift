import Terminal
import VisitLibrary
import VisitModel

// Small forms about a family's background: consents, life events, the health visitor's reviews.

extension FormScreen {
  /// Records what a family agreed to.
  static func giveConsent(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    let form = Form([
      .words(
        .consent, ConsentKind.allCases, key: "consent", selected: ConsentKind.holdRecord.rawValue, at: desk,
        width: 40, appearance: .list),
      .line(.agency, at: desk, hint: desk.words("consent.agency.hint")),
      .line(.date, desk.long(desk.today), at: desk, width: 16),
      .words(.how, ConsentWay.allCases, key: "way", selected: ConsentWay.signed.rawValue, at: desk),
      .choice(
        .person, adults(file, at: desk), selected: file.family.mainCarer?.number.description, at: desk,
        appearance: .list, width: 24),
      .line(.takenBy, at: desk, width: 24, hint: desk.words("consent.takenby.hint")),
      .line(.expires, at: desk, width: 16, hint: desk.words("consent.expires.hint")),
    ])
    return FormScreen(
      heading: desk.words("consent.title", ["family": desk.title(of: file)]),
      explanation: desk.words("consent.text"), form: form
    ) { form, desk throws(Refusal) in
      let typed = TypedConsent(form.texts(of: TypedConsent.fields))
      return [
        .recordAndReturn(
          try GiveConsent(family: id, typed: typed).facts(in: desk.caseload, today: desk.today))
      ]
    }
  }

  /// Withdraws a consent that holds.
  static func withdrawConsent(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let options = file.background.consents.compactMap { record -> ChoiceOption? in
      guard let consent = record.current, file.background.holds(record, on: desk.today) else { return nil }
      return ChoiceOption(id: record.id.description, label: desk.consent(consent))
    }
    let form = Form([
      .choice(.record, options, selected: options.first?.id, at: desk, appearance: .list),
      .line(.date, desk.long(desk.today), at: desk, width: 16), .line(.reason, at: desk),
    ])
    return FormScreen(
      heading: desk.words("withdraw.title", ["family": desk.title(of: file)]),
      explanation: desk.words("withdraw.text"), form: form
    ) { form, desk throws(Refusal) in
      guard let record = RecordID(form.choice(of: Field.record.rawValue) ?? "") else {
        throw Refusal(.record, .missing)
      }
      let withdraw = WithdrawConsent(
        record: record, day: form.text(of: Field.date.rawValue), words: form.text(of: Field.reason.rawValue))
      return [.recordAndReturn(try withdraw.facts(in: desk.caseload, today: desk.today))]
    }
  }

  /// Records something that happened in a family's life.
  static func lifeEvent(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    let people = file.family.people.map {
      ChoiceOption(id: $0.number.description, label: $0.shortName)
    }
    let form = Form([
      .line(.date, desk.long(desk.today), at: desk, width: 16),
      .entry(.event, of: LifeEventID.self, at: desk), .line(.what, at: desk),
      .choice(.person, people, selected: nil, at: desk, appearance: .list, width: 24),
    ])
    return FormScreen(
      heading: desk.words("lifeevent.title", ["family": desk.title(of: file)]), form: form
    ) { form, desk throws(Refusal) in
      let event = RecordLifeEvent(family: id, texts: form.texts(of: RecordLifeEvent.fields))
      return [
        .recordAndReturn(try event.facts(in: desk.caseload, lists: desk.lists, today: desk.today))
      ]
    }
  }

  /// Notes that one of the health visitor's reviews took place.
  static func healthReview(_ file: FamilyFile, of child: Person? = nil, at desk: Desk) -> FormScreen {
    let id = file.id
    let children = file.family.people.filter { $0.role == .child }
    let chosen = child ?? children.first { file.healthReviewDue(of: $0, on: desk.today) != nil }
    let due = chosen.flatMap { file.healthReviewDue(of: $0, on: desk.today) }
    let form = Form([
      .choice(
        .person, children.map { ChoiceOption(id: $0.number.description, label: $0.shortName) },
        selected: chosen?.number.description, at: desk, appearance: .list, width: 24),
      .words(
        .healthReview, HealthReviewKind.allCases, key: "review", selected: due?.review.rawValue ?? "",
        at: desk, width: 30, appearance: .list),
      .line(.date, desk.long(desk.today), at: desk, width: 16), .line(.note, at: desk),
    ])
    return FormScreen(
      heading: desk.words("healthreview.title", ["family": desk.title(of: file)]),
      explanation: desk.words("healthreview.text"), form: form
    ) { form, desk throws(Refusal) in
      let review = RecordHealthReview(family: id, texts: form.texts(of: RecordHealthReview.fields))
      return [.recordAndReturn(try review.facts(in: desk.caseload, today: desk.today))]
    }
  }

  private static func adults(_ file: FamilyFile, at desk: Desk) -> [ChoiceOption] {
    file.family.people.filter { $0.role != .child }.map {
      ChoiceOption(id: $0.number.description, label: $0.shortName)
    }
  }
}

extension Desk {
  /// What a consent lets be done, in words.
  func consent(_ consent: Consent) -> String {
    if let agency = consent.scope.agency { return words("consent.share.with", ["agency": agency]) }
    return words("consent.\(consent.scope.kind.rawValue.filter { !$0.isWhitespace })")
  }
}
