/// Everything that does not make sense in an instrument's file, found before it is used.
public struct InstrumentFaults: Error, Hashable, Sendable {
  /// The faults, in the order of the file; never empty.
  public let faults: [InstrumentFault]
}

/// One thing that does not make sense in an instrument's file.
public struct InstrumentFault: Hashable, Sendable, CustomStringConvertible {
  /// Where it stands, such as `scores.total`.
  public let place: String
  /// What is wrong, in English for whoever writes the file.
  public let problem: String

  /// The place and the problem on one line.
  public var description: String { "\(place): \(problem)" }
}

extension Instrument {
  /// Everything that does not make sense between questions, scores and triggers; empty where all is well.
  ///
  /// Scoring relies on it: ids are unique, everything named exists, tables cover what can come, bands ascend, and no
  /// number is large enough to overflow.
  static func faults(items: [InstrumentItem], scores: [Score], triggers: [InstrumentTrigger])
    -> [InstrumentFault]
  {
    var check = InstrumentCheck(items: items, scores: scores)
    check.checkItems()
    check.checkScores()
    check.unique(triggers.map(\.id), in: "triggers")
    for trigger in triggers { check.condition(trigger.when, at: "triggers.\(trigger.id)") }
    return check.faults
  }
}

/// Goes through an instrument's parts and gathers what is wrong.
struct InstrumentCheck {
  let items: [ItemID: InstrumentItem]
  let order: [InstrumentItem]
  let scores: [Score]
  private(set) var faults: [InstrumentFault] = []

  init(items: [InstrumentItem], scores: [Score]) {
    self.items = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    order = items
    self.scores = scores
  }

  mutating func fail(_ place: String, _ problem: String) {
    faults.append(InstrumentFault(place: place, problem: problem))
  }

  mutating func unique(_ ids: [String], in place: String) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted { fail(place, "\"\(id)\" stands twice") }
  }

  mutating func checkItems() {
    if order.isEmpty { fail("items", "no questions") }
    if order.count > ScoreLimit.items { fail("items", "more than \(ScoreLimit.items) questions") }
    unique(order.map(\.id.rawValue), in: "items")
    for item in order {
      let place = "items.\(item.id)"
      if item.weight <= .zero { fail(place, "a weight is more than nought") }
      switch item.kind {
      case .yesNo: break
      case .choice(let options):
        unique(options.map(\.id.rawValue), in: place)
        if options.count < 2 { fail(place, "fewer than two options") }
        if item.isReversed && item.valueRange == nil { fail(place, "reversed, but no option has a value") }
      case .scale(let scale):
        if scale.min >= scale.max || scale.step <= .zero {
          fail(place, "a scale runs from less to more by a step above nought")
        } else if !scale.contains(scale.max) {
          fail(place, "the steps do not reach the end of the scale")
        }
      }
      if let condition = item.shownWhen {
        self.condition(condition, at: place)
        if condition.asksForScore { fail(place, "a question cannot be shown by a score") }
        for case .skipped in condition.leaves { fail(place, "a question cannot be shown by a skipped one") }
      }
    }
  }

  mutating func knownItems(_ ids: [ItemID], at place: String) {
    if ids.isEmpty { fail(place, "no questions named") }
    unique(ids.map(\.rawValue), in: place)
    for id in ids {
      guard let item = items[id] else {
        fail(place, "there is no question \"\(id)\"")
        continue
      }
      if !item.isScored { fail(place, "question \"\(id)\" is marked as not scored") }
    }
  }

  mutating func condition(_ condition: AnswerCondition, at place: String) {
    for leaf in condition.leaves {
      switch leaf {
      case .all, .any, .not: break
      case .item(let id, let comparison):
        self.comparison(comparison, at: place)
        guard let item = items[id] else {
          fail(place, "there is no question \"\(id)\"")
          continue
        }
        if case .choice(let options) = item.kind {
          for case .option(let option) in comparison.operands
          where !options.contains(where: { $0.id == option }) {
            fail(place, "question \"\(id)\" has no option \"\(option)\"")
          }
        }
      case .skipped(let id):
        if items[id] == nil { fail(place, "there is no question \"\(id)\"") }
      case .score(let id, let comparison):
        self.comparison(comparison, at: place)
        for case .option in comparison.operands { fail(place, "a score compares with numbers") }
        if !scores.contains(where: { $0.id == id }) { fail(place, "there is no score \"\(id)\"") }
      case .worsened(let id):
        guard let score = scores.first(where: { $0.id == id }) else {
          fail(place, "there is no score \"\(id)\"")
          continue
        }
        if score.defaultChangeRule?.worse == nil { fail(place, "score \"\(id)\" has no default change rule") }
      }
    }
  }

  mutating func comparison(_ comparison: Comparison, at place: String) {
    switch comparison.relation {
    case .isOneOf: if comparison.operands.isEmpty { fail(place, "\"in\" needs values") }
    case .equals, .differs: if comparison.operands.count != 1 { fail(place, "one value to compare with") }
    case .below, .atMost, .above, .atLeast:
      if comparison.operands.count != 1 { fail(place, "one value to compare with") }
      for case .option in comparison.operands { fail(place, "more or less compares with a number") }
    }
  }
}
