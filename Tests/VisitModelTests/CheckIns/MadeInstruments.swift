import VisitModel

extension Instrument {
  /// An instrument made for a test, of questions and scores alone.
  static func made(
    items: [InstrumentItem], scores: [Score], triggers: [InstrumentTrigger] = []
  ) throws(InstrumentFaults) -> Instrument {
    let licence = InstrumentLicence(
      kind: "own", holder: "us", notice: "", mayShipText: true, mayChangeWording: true)
    return try Instrument(
      head: InstrumentHead(
        id: InstrumentID(rawValue: "made"), version: InstrumentVersion("1.0.0"), status: .shipped,
        title: LocalText(["en-GB": "Made"]), licence: licence, respondent: .parent, subject: .respondent,
        whoMay: [.volunteer], modes: [.alone]),
      items: items, scores: scores, triggers: triggers)
  }

  /// An instrument of questions a, b, c… on a scale of 0 to 4 with one score called `s`.
  static func scales(
    _ count: Int, _ method: ([ItemID]) -> ScoreMethod = ScoreMethod.sum,
    missing: MissingRule = MissingRule(.complete),
    steps: [ScoreStep] = [], reversed: Set<Int> = [], weights: [Int: Int] = [:]
  ) throws(InstrumentFaults) -> Instrument {
    let items = (0..<count).map { place in
      InstrumentItem(
        id: ItemID(rawValue: String(UnicodeScalar(UInt8(97 + place)))),
        kind: .scale(ItemScale(min: .zero, max: Hundredths(whole: 4))), isReversed: reversed.contains(place),
        weight: Hundredths(count: weights[place] ?? 100))
    }
    let score = Score(
      id: "s", method: method(items.map(\.id)), missing: missing, steps: steps, direction: .higherIsBetter)
    return try made(items: items, scores: [score])
  }

  /// The result of the score `s` for answers typed with commas between them.
  func score(_ typed: String) throws(Refusal) -> ScoreResult? {
    let values = typed.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return result(of: try answers(typed: values)).score("s")
  }
}
