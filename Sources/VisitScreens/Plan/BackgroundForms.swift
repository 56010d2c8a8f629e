import Terminal
import VisitLibrary
import VisitModel

// Small forms about a family's background: consents, life events, the health visitor's reviews.

extension FormScreen {
  /// Records what a family agreed to.
  static func giveConsent(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    let form = Form(consentFields(file, nil, at: desk))
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
    return FormScreen(
      heading: desk.words("lifeevent.title", ["family": desk.title(of: file)]),
      form: Form(lifeEventFields(file, nil, at: desk))
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
    let form = Form(
      healthReviewFields(
        file, [.person: chosen?.number.description ?? "", .healthReview: due?.review.rawValue ?? ""], at: desk
      ))
    return FormScreen(
      heading: desk.words("healthreview.title", ["family": desk.title(of: file)]),
      explanation: desk.words("healthreview.text"), form: form
    ) { form, desk throws(Refusal) in
      let review = RecordHealthReview(family: id, texts: form.texts(of: RecordHealthReview.fields))
      return [.recordAndReturn(try review.facts(in: desk.caseload, today: desk.today))]
    }
  }

  static func consentFields(_ file: FamilyFile, _ said: Consent?, at desk: Desk) -> [FormField] {
    [
      .words(
        .consent, ConsentKind.allCases, key: "consent",
        selected: (said?.scope.kind ?? .holdRecord).rawValue, at: desk, width: 40, appearance: .list),
      .line(.agency, said?.scope.agency ?? "", at: desk, hint: desk.words("consent.agency.hint")),
      .line(.date, desk.long(said?.given ?? desk.today), at: desk, width: 16),
      .words(
        .how, ConsentWay.allCases, key: "way", selected: (said?.how ?? .signed).rawValue, at: desk),
      .choice(
        .person, adults(file, at: desk),
        selected: (said?.by ?? file.family.mainCarer?.number)?.description, at: desk, appearance: .list,
        width: 24),
      .line(.takenBy, said?.takenBy ?? "", at: desk, width: 24, hint: desk.words("consent.takenby.hint")),
      .line(
        .expires, said?.expires.map(desk.long) ?? "", at: desk, width: 16,
        hint: desk.words("consent.expires.hint")),
    ]
  }

  static func lifeEventFields(_ file: FamilyFile, _ said: LifeEvent?, at desk: Desk) -> [FormField] {
    let people = file.family.people.map { ChoiceOption(id: $0.number.description, label: $0.shortName) }
    return [
      .line(.date, desk.long(said?.day ?? desk.today), at: desk, width: 16),
      .entry(.event, of: LifeEventID.self, selected: said?.kind.rawValue ?? "", at: desk),
      .line(.what, said?.what ?? "", at: desk),
      .choice(
        .person, people, selected: said?.person?.description, at: desk, appearance: .list, width: 24),
    ]
  }

  static func healthReviewFields(_ file: FamilyFile, _ said: [Field: String], at desk: Desk) -> [FormField] {
    let children = file.family.people.filter { $0.role == .child }
    return [
      .choice(
        .person, children.map { ChoiceOption(id: $0.number.description, label: $0.shortName) },
        selected: said[.person], at: desk, appearance: .list, width: 24),
      .words(
        .healthReview, HealthReviewKind.allCases, key: "review", selected: said[.healthReview] ?? "",
        at: desk, width: 30, appearance: .list),
      .line(
        .date, said[.date].flatMap { Day(iso: $0) }.map(desk.long) ?? desk.long(desk.today), at: desk,
        width: 16),
      .line(.note, said[.note] ?? "", at: desk),
    ]
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
