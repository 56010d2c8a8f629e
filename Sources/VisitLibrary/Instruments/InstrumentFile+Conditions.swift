// The triggers of an instrument's file, and the conditions they and questions depend on.

internal import VisitModel

let triggerKeys: Set<String> = [
  "id", "when", "level", "title", "volunteer", "coordinator", "evaluate", "citation",
]

extension InstrumentFile {
  static func trigger(_ record: JsonRecord) throws(LibraryError) -> InstrumentTrigger {
    let evaluate = try record.optionalText("evaluate") ?? "on-finish"
    guard ["on-answer", "on-finish"].contains(evaluate) else {
      throw record.fault("\"\(evaluate)\" is none of on-answer, on-finish", at: "evaluate")
    }
    return InstrumentTrigger(
      id: try record.text("id"),
      when: try condition(try record.json("when"), file: record.file, place: record.inside("when")),
      level: try record.choice("level", as: TriggerLevel.self), isOnAnswer: evaluate == "on-answer",
      title: try record.localText("title"), volunteer: try record.localText("volunteer"),
      coordinator: try record.localText("coordinator"))
  }

  static func condition(_ json: Json, file: String, place: String) throws(LibraryError) -> AnswerCondition {
    let record = try JsonRecord(
      json, file: file, place: place,
      keys: ["all", "any", "not", "item", "score", "skipped", "worsened", "op", "value"])
    let kinds = ["all", "any", "not", "item", "score", "skipped", "worsened"].filter(record.has)
    guard kinds.count == 1, let kind = kinds.first else {
      throw record.fault("a condition is exactly one of all, any, not, item, score, skipped, worsened")
    }
    guard record.has("op") == ["item", "score"].contains(kind), record.has("op") == record.has("value") else {
      throw record.fault("\"op\" and \"value\" belong to an item or a score, and only there")
    }
    switch kind {
    case "all": return .all(try conditions(record, "all"))
    case "any": return .any(try conditions(record, "any"))
    case "not":
      return .not(try condition(try record.json("not"), file: file, place: record.inside("not")))
    case "item": return .item(ItemID(rawValue: try record.text("item")), try comparison(record))
    case "score": return .score(ScoreID(rawValue: try record.text("score")), try comparison(record))
    case "skipped": return .skipped(ItemID(rawValue: try record.text("skipped")))
    default: return .worsened(ScoreID(rawValue: try record.text("worsened")))
    }
  }

  private static func conditions(_ record: JsonRecord, _ key: String) throws(LibraryError)
    -> [AnswerCondition]
  {
    var parts: [AnswerCondition] = []
    for (position, part) in try record.list(key).enumerated() {
      parts.append(try condition(part, file: record.file, place: "\(record.inside(key))[\(position)]"))
    }
    guard !parts.isEmpty else { throw record.fault("no conditions", at: key) }
    return parts
  }

  static func comparison(_ record: JsonRecord) throws(LibraryError) -> Comparison {
    let relation = try record.choice("op", as: Comparison.Relation.self)
    let value = try record.json("value")
    guard case .list(let values) = value.kind else {
      guard relation != .isOneOf else { throw record.fault("\"in\" needs a list of values", at: "value") }
      return Comparison(relation, [try operand(value, of: record)])
    }
    guard relation == .isOneOf else { throw record.fault("one value is wanted, not a list", at: "value") }
    var operands: [Comparison.Operand] = []
    for value in values { operands.append(try operand(value, of: record)) }
    return Comparison(relation, operands)
  }

  private static func operand(_ json: Json, of record: JsonRecord) throws(LibraryError) -> Comparison.Operand
  {
    switch json.kind {
    case .text(let text): .option(OptionID(rawValue: text))
    case .bool(let flag): .number(flag ? Hundredths(whole: 1) : .zero)
    default: .number(try record.number(json, at: "value"))
    }
  }
}
