internal import VisitModel

/// The reviews of one invented family: what they find follows the family's arc, and where nothing changes another
/// strategy is tried.
struct DemoReviews {
  let family: DemoFamily

  /// Which of the family's check-ins a review was held with: those at a review, but for some of the latest, which are
  /// still to be held.
  func ordinals(until today: Day) -> [Int] {
    let days = DemoCheckIns(family: family).days(until: today)
    let reviews = days.indices.filter { days[$0].point == .review }
    guard family.story.index % 6 == 2, let last = reviews.last else { return reviews }
    return reviews.filter { $0 != last }
  }

  /// One review.
  func held(_ ordinal: Int, in request: DemoRequest, words: DemoWords, lists: SchemeLists) -> Review? {
    var random = SeededRandom(seed: request.seed, purpose: 8, UInt64(family.story.index), UInt64(ordinal))
    let ordinals = ordinals(until: request.today)
    guard let place = ordinals.firstIndex(of: ordinal) else { return nil }
    let day = DemoCheckIns(family: family).days(until: request.today)[ordinal].day
    let finding = finding(place)
    let before = place > 0 ? self.finding(place - 1) : .better
    let verdict = before.needsStrategy ? StrategyVerdict(place % 2 == 0 ? .no : .partly) : nil
    let said =
      random.happens(60) ? words.line("review.\(family.story.arc.mood)", family.firstNames, &random) : nil
    guard let overall = overall(finding, place, words, lists, &random) else { return nil }
    return Review(
      episode: EpisodeNumber(1), day: day,
      present: family.family.peopleAtHome(on: day).prefix(2).map(\.number), others: "",
      verdict: verdict, needs: family.needs.prefix(3).map { NeedOutcome(need: $0, outcome: finding) },
      overall: overall, familyWords: said ?? "")
  }

  /// What the parent said when support ended.
  func feedback(in request: DemoRequest, words: DemoWords, lists: SchemeLists) -> Feedback? {
    var random = SeededRandom(seed: request.seed, purpose: 9, UInt64(family.story.index))
    let themes = lists.entries(ThemeID.self).map(\.id)
    guard !themes.isEmpty else { return nil }
    let first = random.number(in: 0...(themes.count - 1))
    let chosen = [themes[first], themes[(first * 5 + 3) % themes.count]]
    return Feedback(
      episode: EpisodeNumber(1), day: family.story.last, person: family.family.mainCarer?.number,
      themes: chosen[0] == chosen[1] ? [chosen[0]] : chosen,
      words: words.line("feedback", family.firstNames, &random) ?? "",
      mayQuote: family.story.index % 2 == 0)
  }

  private func finding(_ place: Int) -> OutcomeWord {
    switch family.story.arc {
    case .better: .better
    case .flat: place % 2 == 0 ? .noChange : .mixed
    case .worse: place == 0 ? .noChange : .worse
    }
  }

  private func overall(
    _ finding: OutcomeWord, _ place: Int, _ words: DemoWords, _ lists: SchemeLists,
    _ random: inout SeededRandom
  ) -> ReviewOutcome? {
    if finding == .better { return .better }
    let strategies = lists.entries(StrategyID.self).map(\.id)
    guard !strategies.isEmpty, let reason = random.pick(words["next"]).flatMap(Reason.init) else {
      return nil
    }
    let next = NextStrategy(
      strategy: strategies[(family.story.index + place * 3) % strategies.count], reason: reason)
    switch finding {
    case .better: return .better
    case .mixed: return .mixed(nil)
    case .noChange: return .noChange(next)
    case .worse: return .worse(next)
    }
  }
}
