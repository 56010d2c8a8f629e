// The scores of an instrument's file: method, blanks, steps, bands, change.

internal import VisitModel

enum ScoreKeys {
  static let score: Set<String> = [
    "id", "title", "primary", "method", "items", "scores", "countWhen", "missing", "transform", "keepRaw",
    "range",
    "decimals", "direction", "bands", "change", "norms", "codes",
  ]
  static let missing: Set<String> = [
    "policy", "maxMissing", "maxMissingFraction", "value", "round", "citation", "ourChoice",
  ]
  static let change: Set<String> = [
    "id", "kind", "unit", "better", "worse", "inclusive", "default", "citation",
  ]
  static let band: Set<String> = ["id", "from", "label", "concern", "audience", "citation"]
}

extension InstrumentFile {
  static func score(_ record: JsonRecord) throws(LibraryError) -> Score {
    let id = try record.text("id")
    guard isID(id) else {
      throw record.fault("an id is lower case letters, digits and underscores", at: "id")
    }
    var bands: [ScoreBand] = []
    for band in try record.records("bands", keys: ScoreKeys.band) {
      bands.append(
        ScoreBand(
          id: try band.text("id"), from: try band.number("from"), label: try band.localText("label"),
          concern: try band.optionalWhole("concern"),
          isForCoordinators: try band.optionalText("audience") == "coordinator"))
    }
    var rules: [ChangeRule] = []
    for rule in try record.records("change", keys: ScoreKeys.change) { rules.append(try changeRule(rule)) }
    let decimals = try record.optionalWhole("decimals") ?? 0
    guard decimals <= 2 else {
      throw record.fault("scores are kept with two decimals at most", at: "decimals")
    }
    return Score(
      id: ScoreID(rawValue: id), title: try record.localText("title"), isPrimary: try record.flag("primary"),
      method: try method(of: record), missing: try missing(of: record), steps: try steps(of: record),
      keepsRaw: try record.flag("keepRaw"), range: try range(of: record), decimals: decimals,
      direction: try record.choice("direction", as: ScoreDirection.self), bands: bands, changeRules: rules,
      codes: try codes(of: record))
  }

  private static func method(of record: JsonRecord) throws(LibraryError) -> ScoreMethod {
    let items = try record.texts("items").map(ItemID.init(rawValue:))
    switch try record.text("method") {
    case "none": return .none
    case "sum": return .sum(items)
    case "mean": return .mean(items)
    case "item":
      guard let item = items.first, items.count == 1 else {
        throw record.fault("the method \"item\" takes exactly one question", at: "items")
      }
      return .item(item)
    case "sumOfScores": return .sumOfScores(try record.texts("scores").map(ScoreID.init(rawValue:)))
    case "count":
      var rules: [CountRule] = []
      for rule in try record.records("countWhen", keys: ["items", "op", "value"]) {
        rules.append(
          CountRule(
            items: try rule.texts("items").map(ItemID.init(rawValue:)), comparison: try comparison(rule)))
      }
      return .count(rules)
    case let other:
      throw record.fault("\"\(other)\" is none of sum, mean, count, item, sumOfScores, none", at: "method")
    }
  }

  private static func missing(of record: JsonRecord) throws(LibraryError) -> MissingRule {
    guard record.has("missing") else { return MissingRule(.complete) }
    let rule = try record.record("missing", keys: ScoreKeys.missing)
    let policy: MissingRule.Policy
    switch try rule.text("policy") {
    case "complete": policy = .complete
    case "prorate": policy = .prorate
    case "ignore": policy = .ignore
    case "substitute": policy = .substitute(try rule.number("value"))
    case let other:
      throw rule.fault("\"\(other)\" is none of complete, prorate, ignore, substitute", at: "policy")
    }
    return MissingRule(
      policy, missingMax: try rule.optionalWhole("maxMissing"),
      missingShareMax: try rule.optionalNumber("maxMissingFraction"),
      rounding: rule.has("round") ? try rule.choice("round", as: MissingRule.Rounding.self) : .none,
      isOurChoice: try rule.flag("ourChoice"))
  }

  private static func steps(of record: JsonRecord) throws(LibraryError) -> [ScoreStep] {
    var steps: [ScoreStep] = []
    for step in try record.records("transform", keys: ["type", "multiply", "add", "table"]) {
      switch try step.text("type") {
      case "linear":
        steps.append(
          .linear(
            multiply: try step.optionalNumber("multiply") ?? Hundredths(whole: 1),
            add: try step.optionalNumber("add") ?? .zero))
      case "lookup": steps.append(.lookup(try table(of: step)))
      case let other: throw step.fault("\"\(other)\" is none of linear, lookup", at: "type")
      }
    }
    return steps
  }

  private static func table(of step: JsonRecord) throws(LibraryError) -> [Hundredths: Hundredths] {
    var table: [Hundredths: Hundredths] = [:]
    for pair in try step.list("table") {
      guard case .list(let numbers) = pair.kind, numbers.count == 2 else {
        throw step.fault("a table is a list of pairs of numbers", at: "table")
      }
      let from = try step.number(numbers[0], at: "table")
      if table.updateValue(try step.number(numbers[1], at: "table"), forKey: from) != nil {
        throw step.fault("\(from.text(decimals: 2)) stands twice", at: "table")
      }
    }
    return table
  }

  private static func range(of record: JsonRecord) throws(LibraryError) -> ClosedRange<Hundredths>? {
    let ends = try record.list("range")
    guard !ends.isEmpty else { return nil }
    guard ends.count == 2 else { throw record.fault("a range has two ends", at: "range") }
    var numbers: [Hundredths] = []
    for end in ends {
      if case .null = end.kind { return nil }
      numbers.append(try record.number(end, at: "range"))
    }
    guard numbers[0] <= numbers[1] else { throw record.fault("a range runs upwards", at: "range") }
    return numbers[0]...numbers[1]
  }

  private static func changeRule(_ record: JsonRecord) throws(LibraryError) -> ChangeRule {
    guard record.has("better"), record.has("worse") else {
      throw record.fault("a change rule names \"better\" and \"worse\"; null where there is no threshold")
    }
    return ChangeRule(
      id: try record.text("id"), kind: try record.choice("kind", as: ChangeRule.Kind.self),
      unit: record.has("unit") ? try record.choice("unit", as: ChangeRule.Unit.self) : .points,
      better: try record.optionalNumber("better"), worse: try record.optionalNumber("worse"),
      isInclusive: try record.flag("inclusive", or: true), isDefault: try record.flag("default"),
      citation: try record.optionalText("citation"))
  }
}
