import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The fields of the review form: what was decided last time first, the scores side by side with the start, and what
/// comes next where nothing has changed.
struct ReviewFormFields {
  let file: FamilyFile
  let purpose: ReviewFormScreen.Purpose
  let desk: Desk

  /// What the review before decided to try.
  var asked: (decided: Day, strategy: NextStrategy)? {
    let amended = record?.lastSaid
    return file.strategy(
      before: amended?.day ?? desk.today, in: amended?.episode ?? file.episode?.number, besides: record?.id)
  }

  /// The review that is amended, where one is.
  var record: Record<Review>? {
    if case .amend(let id) = purpose { desk.caseload.review(id)?.review } else { nil }
  }

  /// The needs that are looked at: those the family scored, or all where it scored none.
  var needs: [ListEntry<NeedID>] {
    let scored = Set(CopingTrends(file: file, desk: desk).scored)
    return scored.isEmpty ? desk.lists.needs : desk.lists.needs.filter { scored.contains($0.id) }
  }

  /// The scores of a need until now, oldest first.
  func scores(of need: NeedID) -> [Hundredths] {
    guard let coping = desk.instruments[.coping] else { return [] }
    return file.standingCheckIns.compactMap(\.current)
      .filter { $0.instrument == .coping && $0.version == coping.version }
      .compactMap { coping.result(of: $0.answers).score(ScoreID(rawValue: need.rawValue))?.value }
  }

  /// The empty form.
  var form: Form {
    var fields: [FormField] = []
    if asked != nil {
      fields += [
        .choice(
          .worked, StrategyVerdict.Worked.allCases.map { word("worked", $0.rawValue) }, selected: nil,
          at: desk,
          appearance: .row),
        .line(.workedWords, at: desk),
      ]
    }
    fields += [
      .line(.date, desk.long(desk.today), at: desk, row: 1, width: 16),
      .line(.others, at: desk, row: 1),
      FormField(
        id: Field.present.rawValue, label: desk.words.name(of: .present),
        kind: .checks(
          ChecksField(
            file.family.people.filter { !$0.birth.isUnborn(on: desk.today) }.map {
              CheckOption(id: $0.number.description, label: $0.shortName, isOn: false)
            }))),
    ]
    for (place, need) in needs.enumerated() { fields += row(of: need, place + 10) }
    if record == nil { fields += goals }
    if record == nil, !file.openActions.isEmpty {
      fields.append(
        FormField(
          id: Field.actionsDone.rawValue, label: desk.words.name(of: .actionsDone),
          kind: .checks(
            ChecksField(
              file.openActions.map {
                CheckOption(id: $0.number.description, label: $0.what.oneLine, isOn: false)
              }))))
    }
    fields += [
      .choice(
        .overall, OutcomeWord.allCases.map { word("finding", $0.rawValue) }, selected: nil, at: desk,
        appearance: .row),
      .choice(
        .strategy,
        desk.lists.entries(StrategyID.self).map { ChoiceOption(id: $0.id.rawValue, label: $0.label) },
        selected: nil, at: desk, appearance: .list, width: 34),
      .line(.strategyReason, at: desk),
      FormField(
        id: Field.familyWords.rawValue, label: desk.words.name(of: .familyWords),
        kind: .text(TextArea(), rows: 2)),
      FormField(id: Field.note.rawValue, label: desk.words.name(of: .note), kind: .text(TextArea(), rows: 2)),
    ]
    if record != nil { fields.append(.line(.reason, at: desk, isRequired: true)) }
    return Form(fields)
  }

  /// A need with its scores from the start until now, the score of today, and what has become of it.
  private func row(of need: ListEntry<NeedID>, _ row: Int) -> [FormField] {
    let before = scores(of: need.id)
    let known = ([before.first] + [before.count > 1 ? before.last : nil]).compactMap(\.self)
      .map { $0.text(decimals: 0) }.joined(separator: " ")
    let became = FormField(
      id: ReviewFieldID.became(need.id),
      label: desk.words(known.isEmpty ? "review.became" : "review.wasbecame", ["scores": known]),
      kind: .choice(
        ChoiceField(
          OutcomeWord.allCases.map { word("finding", $0.rawValue) }, selected: nil, appearance: .list)),
      row: row, width: 12)
    let label = need.label
    // Scores belong to the check-in that was recorded with the review; amending the review leaves them alone.
    if record != nil {
      var alone = became
      alone.label = label
      return [alone]
    }
    return [
      FormField(
        id: ReviewFieldID.now(need.id), label: label, kind: .line("", maxLength: 2), row: row, width: 3),
      became,
    ]
  }

  /// The goals of the plan, each with what it was scored at the start and last.
  private var goals: [FormField] {
    guard let episode = file.episode else { return [] }
    let courses = ScoreCourse.goals(of: file, in: episode.number, by: desk.instruments[.goals])
    return courses.enumerated().map { place, course in
      let marks = [course.start, course.now].compactMap { $0?.value?.text(decimals: 0) }
      return FormField(
        id: ReviewFieldID.goal(place), label: course.subject.text(desk.lists).oneLine,
        kind: .line("", maxLength: 2),
        hint: marks.isEmpty
          ? desk.words("review.goal.first")
          : desk.words("review.goal.was", ["scores": marks.joined(separator: " ")]), width: 3)
    }
  }

  private func word(_ kind: String, _ raw: String) -> ChoiceOption {
    ChoiceOption(id: raw, label: desk.words("\(kind).\(raw.filter { $0.isLetter })"))
  }
}

/// The names of the fields that a review's form has for each need.
enum ReviewFieldID {
  static func now(_ need: NeedID) -> String { "now." + need.rawValue }
  static func goal(_ place: Int) -> String { "goal.\(place)" }
  static func became(_ need: NeedID) -> String { "became." + need.rawValue }
}
