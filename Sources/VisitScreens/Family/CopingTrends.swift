import Terminal
import VisitLibrary
import VisitModel

/// How a family copes with each need it scored: the values over time, their change and its word.
struct CopingTrends {
  let file: FamilyFile
  let desk: Desk

  /// One need over time.
  struct Need {
    let label: String
    let values: [Hundredths?]
    let spark: String
    let word: String
    let style: Style
  }

  /// The needs that were ever scored, in the order of the list.
  var scored: [NeedID] {
    let answered = Set(
      file.standingCheckIns.compactMap(\.current).filter { $0.instrument == .coping }
        .flatMap { $0.answers.filter { !$0.answer.isBlank }.map(\.item.rawValue) })
    return desk.lists.needs.map(\.id).filter { answered.contains($0.rawValue) }
  }

  /// The needs that were ever scored, those coped with worst first.
  var needs: [Need] {
    guard let coping = desk.instruments[.coping] else { return [] }
    let results = file.standingCheckIns.compactMap(\.current)
      .filter { $0.instrument == .coping && $0.version == coping.version }
      .map { coping.result(of: $0.answers) }
    guard !results.isEmpty else { return [] }
    return desk.lists.needs.compactMap { entry -> (Need, Hundredths)? in
      let values = results.map { $0.score(ScoreID(rawValue: entry.id.rawValue))?.value }
      guard let last = values.last(where: { $0 != nil }) ?? nil else { return nil }
      return (need(entry, coping, values), last)
    }
    .sorted { $0.1 < $1.1 }.map(\.0)
  }

  private func need(
    _ entry: ListEntry<NeedID>, _ coping: Instrument, _ values: [Hundredths?]
  ) -> Need {
    let known = values.compactMap(\.self)
    let spark = Sparkline.text(
      values: values.map { $0.map { Double($0.count) / 100 } }, scale: 0...5,
      glyphs: desk.isUnicode ? .eighths : .ascii)
    guard known.count > 1, let first = known.first, let last = known.last,
      let score = coping.score(ScoreID(rawValue: entry.id.rawValue))
    else {
      return Need(
        label: entry.label, values: values, spark: spark,
        word: desk.words.count("coping.scores", known.count),
        style: .normal)
    }
    let change = score.change(from: first, to: last)
    return Need(
      label: entry.label, values: values, spark: spark, word: desk.words("change.\(change.rawValue)"),
      style: change == .worse ? .caution : .normal)
  }
}
