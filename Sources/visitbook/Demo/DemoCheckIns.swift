internal import VisitModel

/// A scale that invented families answer: for each question its answers, the least well first.
struct DemoScale: Sendable {
  let instrument: InstrumentID
  let version: InstrumentVersion
  let questions: [Question]
  /// Whether each question is one of the needs that a family chooses from.
  var isOfNeeds: Bool { instrument.rawValue == "coping" }

  /// One question with its answers, the least well first.
  struct Question: Sendable {
    let item: ItemID
    let answers: [Answer]
  }
}

/// The wellbeing check-ins of one invented family, from the first to the latest.
struct DemoCheckIns {
  let family: DemoFamily

  /// The days of the check-ins, and the point of support each stands for.
  func days(until today: Day) -> [(day: Day, point: CheckInPoint)] {
    let moves = family.story.moves
    guard let met = moves.first(where: { $0.state.stage == .assessed })?.day else { return [] }
    var days: [(day: Day, point: CheckInPoint)] = [(met, .start)]
    guard let began = family.story.supportedSince else { return days }
    let ended = moves.last.flatMap { $0.state.stage == .ended ? $0.day : nil }
    // The first review after six weeks, then every twelve (`domain.md`, "Scheme").
    var review = began.advanced(by: 42 + family.story.index % 5)
    while review < (ended ?? today) {
      days.append((review, .review))
      review = review.advanced(by: 84)
    }
    if let ended { days.append((ended, .ending)) }
    return days
  }

  /// Whether the family does not want to score at the end, as some do not.
  static func declines(_ family: DemoFamily) -> Bool { family.story.index % 9 == 5 }

  /// One check-in: the needs of the family are low at first and follow the family's arc.
  func answered(
    _ ordinal: Int, _ day: Day, _ point: CheckInPoint, on scale: DemoScale, in request: DemoRequest,
    words: DemoWords
  ) -> CheckIn {
    let index = UInt64(family.story.index)
    let answers = scale.questions.enumerated().map { place, question in
      var steady = SeededRandom(seed: request.seed, purpose: 5, index, UInt64(place))
      var moment = SeededRandom(seed: request.seed, purpose: 6, index, UInt64(place), UInt64(ordinal))
      let isNeed =
        family.needs.contains { $0.rawValue == question.item.rawValue } || steady.happens(10)
      // A family scores the needs it chose to work on, and no others.
      if scale.isOfNeeds, !isNeed { return ItemAnswer(item: question.item, answer: .notAsked) }
      if moment.happens(3) || point == .ending && DemoCheckIns.declines(family) {
        return ItemAnswer(item: question.item, answer: .declined)
      }
      let top = question.answers.count - 1
      // In tenths of a step, so that a slow change shows after several check-ins.
      let began = steady.number(in: isNeed ? 1...6 : 6...10) * top
      let change =
        switch family.story.arc {
        case .better: isNeed ? 11 * ordinal : 3 * ordinal
        case .flat: 0
        case .worse: isNeed ? -7 * ordinal : -4 * ordinal
        }
      let level = (began + change * top / 5 + moment.number(in: -6...6) + 5) / 10
      return ItemAnswer(item: question.item, answer: question.answers[min(max(level, 0), top)])
    }
    var random = SeededRandom(seed: request.seed, purpose: 7, index, UInt64(ordinal))
    let said =
      random.happens(45) ? words.line("words.\(family.story.arc.mood)", family.firstNames, &random) : nil
    return CheckIn(
      family: family.id, person: family.family.mainCarer?.number ?? PersonNumber(1),
      instrument: scale.instrument, version: scale.version, answers: answers,
      mode: random.pick([.alone, .alone, .helped, .readAloud]) ?? .alone, point: point, day: day,
      words: said ?? "")
  }
}

extension DemoScale {
  /// A scale of the library, whose higher values mean that people fare better.
  init(_ instrument: Instrument) {
    let questions = instrument.items.map { item in
      let answers: [Answer] =
        switch item.kind {
        case .choice(let options): options.filter { !$0.doesNotApply }.map { .chose($0.id) }
        case .scale(let scale): scale.numbers.map(Answer.rated)
        case .yesNo: [.chose(.no), .chose(.yes)]
        }
      return Question(
        item: item.id,
        answers: answers.sorted {
          (item.scoredValue(of: $0) ?? .zero) < (item.scoredValue(of: $1) ?? .zero)
        })
    }
    self.init(instrument: instrument.id, version: instrument.version, questions: questions)
  }
}
