// The goals check-in as one family is asked it: about the goals of its own plan, in its own words.

extension Instrument {
  /// The instrument as a family is asked it on a day. Of the goals check-in that is a question for each goal of the plan,
  /// in the family's words; a family without a plan is asked about goals of its own. Any other is as it is.
  public func asked(of file: FamilyFile, on day: Day) -> Instrument {
    guard id == .goals else { return self }
    let goals = file.goals(on: day).filter { item($0.item) != nil }
    guard !goals.isEmpty else { return self }
    let words = Dictionary(goals.map { ($0.item, $0.words) }, uniquingKeysWith: { first, _ in first })
    let items = goals.compactMap { goal in item(goal.item)?.asking(goal.words) }
    let scores = scores.compactMap { score -> Score? in
      guard case .item(let item) = score.method, let words = words[item] else { return nil }
      return score.called(words)
    }
    let asked = try? Instrument(head: head, items: items, scores: scores, triggers: triggers)
    return asked ?? self
  }
}

extension PlanGoal {
  /// The question of the goals check-in that asks about it.
  public var item: ItemID { number.item }
}

extension FamilyFile {
  /// The goals of the plan of the episode that was open on a day; of the episode now where none was.
  public func goals(on day: Day) -> [PlanGoal] {
    let open = episodes.last { $0.began <= day } ?? episode
    return open.flatMap { assessment.supportPlan(of: $0.number)?.current?.goals } ?? []
  }
}

extension InstrumentItem {
  fileprivate func asking(_ words: String) -> InstrumentItem {
    InstrumentItem(
      id: id, topic: words, text: LocalText(["en-GB": words]), kind: kind, isReversed: isReversed,
      weight: weight, isScored: isScored, maySkip: maySkip, isSensitive: isSensitive, shownWhen: shownWhen,
      codes: codes)
  }
}

extension Score {
  fileprivate func called(_ words: String) -> Score {
    Score(
      id: id, title: LocalText(["en-GB": words]), isPrimary: isPrimary, method: method, missing: missing,
      steps: steps, keepsRaw: keepsRaw, range: range, decimals: decimals, direction: direction, bands: bands,
      changeRules: changeRules, codes: codes)
  }
}
