public import VisitModel

/// One entry in a family's history: who put down what and when, why where it is a correction, and what was said before.
public struct HistoryEntry: Sendable {
  /// What kind of entry it is.
  public let kind: FactKind
  /// When it was entered.
  public let stamp: Stamp
  /// The entry's running number; nil where it is not kept.
  public let number: EntryNumber?
  /// Who entered it.
  public let author: MemberNumber
  /// Why, where it is a correction.
  public let reason: String
  /// The record it began or is about, where it has one.
  public let record: RecordID?
  /// Whether it takes a record back.
  public let isRetraction: Bool
  private let now: (any Sendable)?
  private let past: (any Sendable)?

  /// One version of a record.
  init<Value>(_ version: Version<Value>, since past: Value?, of record: RecordID?, kind: FactKind) {
    self.init(
      kind: kind, stamp: version.stamp, number: version.number, author: version.author,
      reason: version.reason?.text ?? "", record: record, isRetraction: version.value == nil,
      now: version.value, past: past)
  }

  init(
    kind: FactKind, stamp: Stamp, number: EntryNumber?, author: MemberNumber, reason: String = "",
    record: RecordID?, isRetraction: Bool = false, now: (any Sendable)?, past: (any Sendable)? = nil
  ) {
    self.kind = kind
    self.stamp = stamp
    self.number = number
    self.author = author
    self.reason = reason
    self.record = record
    self.isRetraction = isRetraction
    self.now = now
    self.past = past
  }

  /// What it says, field by field; of what takes a record back, what the record had said.
  public func said(_ reader: FactFields) -> [FactFields.Line] { (now ?? past).map(reader.lines(of:)) ?? [] }

  /// What it changed: each field that says something else than before, with both; none for what begins a record.
  public func changes(_ reader: FactFields) -> [Change] {
    guard let now, let past else { return [] }
    let (old, new) = (reader.lines(of: past), reader.lines(of: now))
    let names = new.map(\.name) + old.map(\.name).filter { name in !new.contains { $0.name == name } }
    return names.compactMap { name in
      let was = old.first { $0.name == name }?.text ?? ""
      let text = new.first { $0.name == name }?.text ?? ""
      return was == text ? nil : Change(name: name, old: was, new: text)
    }
  }

  /// A field that says something else than before.
  public struct Change: Hashable, Sendable {
    /// The field's name in the model, such as `expires`.
    public let name: String
    /// What it said before; empty where it said nothing.
    public let old: String
    /// What it says since; empty where it says nothing any more.
    public let new: String
  }
}

extension FactFields {
  /// One field of something that was recorded, in words.
  public struct Line: Hashable, Sendable {
    /// The field's name in the model, such as `familyWords`.
    public let name: String
    /// What stands there.
    public let text: String
  }

  /// The fields that hold something, each in words.
  public func lines(of any: Any) -> [Line] {
    guard case .object(let fields) = value(of: any) else {
      return FactFields.text(value(of: any)).map { [Line(name: "value", text: $0)] } ?? []
    }
    return fields.compactMap { name, value in FactFields.text(value).map { Line(name: name, text: $0) } }
  }

  /// A value on one line: parts behind one another, those of a thing with their names.
  static func text(_ value: JSONValue) -> String? {
    switch value {
    case .null: nil
    case .string(let text): text.isEmpty ? nil : text
    case .integer(let number): "\(number)"
    case .decimal(let number, let places): number.text(decimals: places)
    case .boolean(let isSo): isSo ? "yes" : "no"
    case .array(let items): items.isEmpty ? nil : items.compactMap(text).joined(separator: "; ")
    case .object(let fields):
      fields.compactMap { name, value in
        text(value).map { name == "value" ? $0 : "\(words(name)) \($0)" }
      }.joined(separator: ", ")
    }
  }
}
