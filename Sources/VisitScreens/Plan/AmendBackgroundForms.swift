import Terminal
import VisitLibrary
import VisitModel

// Putting a consent, a life event or a health review right, or taking it back: what it said before stays in the history.

extension FormScreen {
  /// Corrects a consent, a life event or a health review; nil where none of that identity stands.
  static func amendBackground(_ id: RecordID, of file: FamilyFile, at desk: Desk) -> FormScreen? {
    let (key, fields): (String, [FormField])
    if let consent = file.background.consent(id)?.current {
      (key, fields) = ("amendbackground.consent", consentFields(file, consent, at: desk))
    } else if let event = file.background.lifeEvent(id)?.current {
      (key, fields) = ("amendbackground.lifeevent", lifeEventFields(file, event, at: desk))
    } else if let review = file.background.healthReview(id)?.current {
      (key, fields) = ("amendbackground.healthreview", healthReviewFields(file, review.texts, at: desk))
    } else {
      return nil
    }
    let names = fields.compactMap { Field(rawValue: $0.id) }
    return FormScreen(
      heading: desk.words(key, ["family": desk.title(of: file)]),
      explanation: desk.words("amendbackground.text"),
      form: Form(fields + [.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let texts = form.texts(of: names)
      let amend = AmendBackground(
        record: id, texts: Dictionary(names.map { ($0, texts[$0] ?? "") }) { first, _ in first },
        reason: form.text(of: Field.reason.rawValue))
      return [
        .recordAndReturn(try amend.facts(in: desk.caseload, lists: desk.lists, today: desk.today))
      ]
    }
  }

  /// Takes a consent, a life event or a health review back with a reason.
  static func retractBackground(_ id: RecordID, of file: FamilyFile, at desk: Desk) -> FormScreen {
    FormScreen(
      heading: desk.words("retractbackground.title", ["what": desk.background(id, of: file)]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      [
        .recordAndReturn(
          try RetractBackground(record: id, reason: form.text(of: Field.reason.rawValue))
            .facts(in: desk.caseload))
      ]
    }
  }

  /// Asks which consent, life event or health review is to be put right, the latest first.
  static func chooseBackground(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let options = file.background.standingRecords.reversed().map {
      ChoiceOption(id: $0.description, label: desk.background($0, of: file))
    }
    let family = file.id
    return FormScreen(
      heading: desk.words("amendbackground.title", ["family": desk.title(of: file)]),
      explanation: desk.words("amendbackground.which"),
      form: Form([
        .choice(.record, options, selected: options.first?.id, at: desk, appearance: .list, width: 60)
      ])
    ) { form, desk throws(Refusal) in
      guard let id = RecordID(form.choice(of: Field.record.rawValue) ?? ""),
        let file = desk.caseload.families[family], let screen = amendBackground(id, of: file, at: desk)
      else { throw Refusal(.record, .missing) }
      return [.replace(screen)]
    }
  }
}

extension Desk {
  /// A consent, a life event or a health review in few words, with its day.
  func background(_ id: RecordID, of file: FamilyFile) -> String {
    if let consent = file.background.consent(id)?.lastSaid {
      return "\(self.consent(consent)), \(long(consent.given))"
    }
    if let event = file.background.lifeEvent(id)?.lastSaid {
      return "\(lists.label(of: event.kind)), \(long(event.day))"
    }
    guard let review = file.background.healthReview(id)?.lastSaid else { return "" }
    let name = words("review.\(review.review.rawValue.filter { !$0.isWhitespace })")
    let child = file.family.person(review.child)?.shortName ?? review.child.description
    return "\(name), \(child), \(long(review.day))"
  }
}
