import Terminal
import VisitLibrary
import VisitModel
import VisitReports

extension FormScreen {
  /// Ends a family's support: the final scores beside those of the start, why it ended, and what the parent says.
  ///
  /// - Parameter begun: What was said of the ending already, where it was begun on another form.
  static func end(
    _ file: FamilyFile, begun: TypedEnding = TypedEnding(), draft: Draft? = nil, at desk: Desk
  ) -> FormScreen {
    let id = file.id
    let fields = EndingFormFields(file: file, desk: desk)
    return FormScreen(
      heading: desk.words("endsupport.title", ["family": desk.title(of: file)]),
      explanation: desk.words("endsupport.text"), form: fields.form(begun),
      key: Draft.Key(form: .ending, family: id), draft: draft
    ) { form, desk throws(Refusal) in
      let facts = try EndSupport(family: id, typed: form.typedEnding(fields), scales: desk.scales)
        .facts(in: desk.caseload, lists: desk.lists, as: desk.member.role, today: desk.today)
      return [
        .record(facts) { kept, desk in
          [.replace(ScoresScreen(id)), .say(.recorded(kept, at: desk))]
        }
      ]
    }
  }
}

/// The fields of the form that ends support.
struct EndingFormFields: Sendable {
  /// The questions of the coping check-in, by their place from 1, that are asked of this family.
  let needs: [(place: Int, label: String, before: [ScoreMark])]
  /// How many questions the coping check-in has.
  let needCount: Int
  /// The goals of the plan, by their place from 1.
  let goals: [(place: Int, label: String, before: [ScoreMark])]
  private let people: [ChoiceOption]
  private let mainCarer: String?
  private let asks: Bool
  private let desk: Desk

  init(file: FamilyFile, desk: Desk) {
    self.desk = desk
    let coping = desk.instruments[.coping]
    let items = coping?.items.map(\.id.rawValue) ?? []
    needCount = items.count
    let episode = file.episode?.number ?? EpisodeNumber(1)
    let courses = ScoreCourse.needs(of: file, in: episode, by: coping, lists: desk.lists)
    needs = courses.compactMap { course in
      guard case .need(let need) = course.subject, let place = items.firstIndex(of: need.rawValue) else {
        return nil
      }
      return (place + 1, desk.lists.label(of: need), course.marks)
    }
    goals = ScoreCourse.goals(of: file, in: episode, by: desk.instruments[.goals]).enumerated().map {
      place, course in (place + 1, course.subject.text(desk.lists), course.marks)
    }
    people = file.family.people.filter { $0.role != .child }
      .map { ChoiceOption(id: $0.number.description, label: $0.shortName) }
    mainCarer = file.family.mainCarer?.number.description
    asks = file.awaitsFinalScores
  }

  /// The form with what was said already.
  func form(_ begun: TypedEnding) -> Form {
    var fields: [FormField] = [
      .line(.date, begun[.date].isEmpty ? desk.long(desk.today) : begun[.date], at: desk, row: 1, width: 16),
      .choice(
        .ending, desk.endingOptions, selected: begun[.ending].isEmpty ? nil : begun[.ending], at: desk,
        appearance: .list, width: 30),
      .line(.reason, begun[.reason], at: desk),
    ]
    if !needs.isEmpty || !goals.isEmpty {
      fields += [
        .choice(
          .finalScores,
          FinalScores.allCases.map {
            ChoiceOption(
              id: $0.rawValue, label: desk.words("finalscores.\($0.rawValue.filter { $0.isLetter })"))
          }, selected: asks ? FinalScores.given.rawValue : nil, at: desk, appearance: .row)
      ]
      if people.count > 1 {
        fields.append(.choice(.person, people, selected: mainCarer, at: desk, appearance: .row))
      }
      for need in needs { fields.append(row(.answers, need)) }
      for goal in goals { fields.append(row(.goalAnswers, goal)) }
    }
    return Form(fields + feedback)
  }

  private func row(_ field: Field, _ asked: (place: Int, label: String, before: [ScoreMark])) -> FormField {
    let scores = asked.before.map { $0.value?.text(decimals: 0) ?? desk.words("scores.declined") }
    let known = ([scores.first] + [scores.count > 1 ? scores.last : nil]).compactMap(\.self)
    return FormField(
      id: field.rawValue + "\(asked.place)", label: asked.label, kind: .line("", maxLength: 2),
      hint: known.isEmpty
        ? desk.words("endsupport.first")
        : desk.words("endsupport.was", ["scores": known.joined(separator: " ")]), width: 3)
  }

  private var feedback: [FormField] {
    [
      FormField(
        id: Field.themes.rawValue, label: desk.words.name(of: .themes),
        kind: .checks(
          ChecksField(
            desk.lists.entries(ThemeID.self).map {
              CheckOption(id: $0.id.rawValue, label: $0.label, isOn: false)
            }))),
      FormField(
        id: Field.familyWords.rawValue, label: desk.words.name(of: .familyWords),
        kind: .text(TextArea(), rows: 3)),
      FormField(
        id: Field.mayQuote.rawValue, label: desk.words.name(of: .mayQuote), kind: .toggle(false)),
    ]
  }
}

extension Form {
  /// The ending as it stands in the form.
  fileprivate func typedEnding(_ fields: EndingFormFields) -> TypedEnding {
    func scores(_ field: Field, _ places: ClosedRange<Int>) -> String {
      let typed = places.map { has(field.rawValue + "\($0)") ? text(of: field.rawValue + "\($0)") : "" }
      return typed.allSatisfy(\.isEmpty) ? "" : typed.map { $0.isEmpty ? "-" : $0 }.joined(separator: ",")
    }
    return TypedEnding([
      .date: text(of: Field.date.rawValue), .ending: choice(of: Field.ending.rawValue) ?? "",
      .reason: text(of: Field.reason.rawValue),
      .finalScores: has(Field.finalScores.rawValue) ? choice(of: Field.finalScores.rawValue) ?? "" : "",
      .person: has(Field.person.rawValue) ? choice(of: Field.person.rawValue) ?? "" : "",
      .answers: fields.needCount > 0 ? scores(.answers, 1...fields.needCount) : "",
      .goalAnswers: fields.goals.isEmpty ? "" : scores(.goalAnswers, 1...fields.goals.count),
      .themes: checked(of: Field.themes.rawValue).joined(separator: ","),
      .familyWords: text(of: Field.familyWords.rawValue),
      .mayQuote: isOn(Field.mayQuote.rawValue) ? "yes" : "",
    ])
  }
}

extension Desk {
  /// What families are scored with at reviews and at the end.
  var scales: FamilyScales { FamilyScales(coping: instruments[.coping], goals: instruments[.goals]) }
}
