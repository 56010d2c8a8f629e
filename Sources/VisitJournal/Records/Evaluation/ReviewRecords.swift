internal import VisitModel

/// A review to and from its box.
extension WireReviewBox {
  init(_ review: Review, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    for person in review.present { present.append(try wireCount(person.count, "review.present")) }
    others = review.others
    if let verdict = review.verdict {
      worked = WireWorked(verdict.worked)
      workedWords = verdict.words
    }
    needs = review.needs.map { outcome in
      var finding = WireNeedFinding()
      finding.need = outcome.need.rawValue
      finding.finding = WireFinding(outcome.outcome)
      return finding
    }
    overall = WireFinding(review.overall.word)
    strategy = review.overall.strategy?.strategy.rawValue ?? ""
    strategyReason = review.overall.strategy?.reason.text ?? ""
    familyWords = review.familyWords
    note = review.note
    if let amendment {
      reason = amendment.reason.text
      basedOn = amendment.basedOn.rawValue
    }
  }

  func review(_ outer: WireOuter) throws(RecordError) -> Review {
    var people: [PersonNumber] = []
    for number in present { people.append(PersonNumber(try readNumber(number, "review.present"))) }
    var outcomes: [NeedOutcome] = []
    for need in needs {
      outcomes.append(
        NeedOutcome(
          need: NeedID(rawValue: need.need), outcome: try readChoice(need.finding, "review.needs.finding")))
    }
    let verdict =
      worked == .unspecified
      ? nil : StrategyVerdict(try readChoice(worked, "review.worked"), words: workedWords)
    return Review(
      episode: try outer.readEpisode(), day: try outer.readDay(), present: people, others: others,
      verdict: verdict, needs: outcomes, overall: try readOverall(), familyWords: familyWords, note: note)
  }

  private func readOverall() throws(RecordError) -> ReviewOutcome {
    let next: NextStrategy? =
      strategy.isEmpty
      ? nil
      : NextStrategy(strategy: StrategyID(rawValue: strategy), reason: try readReason(strategyReason))
    switch try readChoice(overall, "review.overall") {
    case .better: return .better
    case .mixed: return .mixed(next)
    case .noChange: return .noChange(try required(next))
    case .worse: return .worse(try required(next))
    }
  }

  private func required(_ next: NextStrategy?) throws(RecordError) -> NextStrategy {
    guard let next else { throw RecordError(.missing, "review.strategy") }
    return next
  }
}

extension WireFeedbackBox {
  init(_ feedback: Feedback, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    if let who = feedback.person { person = try wireCount(who.count, "feedback.person") }
    themes = feedback.themes.map(\.rawValue)
    words = feedback.words
    mayQuote = feedback.mayQuote
    if let amendment {
      reason = amendment.reason.text
      basedOn = amendment.basedOn.rawValue
    }
  }

  func feedback(_ outer: WireOuter) throws(RecordError) -> Feedback {
    Feedback(
      episode: try outer.readEpisode(), day: try outer.readDay(),
      person: hasPerson ? PersonNumber(try readNumber(person, "feedback.person")) : nil,
      themes: themes.map { ThemeID(rawValue: $0) }, words: words, mayQuote: mayQuote)
  }
}

extension WireWorked: WireChoice {
  init(_ meaning: StrategyVerdict.Worked) {
    switch meaning {
    case .yes: self = .yes
    case .partly: self = .partly
    case .no: self = .no
    case .notTried: self = .notTried
    }
  }
}

extension WireFinding: WireChoice {
  init(_ meaning: OutcomeWord) {
    switch meaning {
    case .better: self = .better
    case .mixed: self = .mixed
    case .noChange: self = .noChange
    case .worse: self = .worse
    }
  }
}
