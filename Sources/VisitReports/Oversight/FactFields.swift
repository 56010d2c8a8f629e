public import VisitModel

/// What a fact says, field by field, whatever kind of fact it is: a kind that is added later appears by itself.
///
/// The fields are those of the model's own types, by their names there; numbers of people are followed by their names.
public struct FactFields {
  private let caseload: Caseload
  private let lists: SchemeLists
  private let family: Family?

  /// A reader of facts about a family.
  public init(_ caseload: Caseload, lists: SchemeLists, family: Family?) {
    self.caseload = caseload
    self.lists = lists
    self.family = family
  }

  /// The fields of a fact that hold something.
  public func json(_ fact: Fact) -> JSONValue {
    let value = value(of: payload(fact), depth: 0)
    if case .object = value { return value }
    if case .null = value { return .object([]) }
    return .object([("value", value)])
  }

  /// What a fact holds beside its kind.
  private func payload(_ fact: Fact) -> Any {
    let children = Mirror(reflecting: fact).children
    guard let payload = children.first?.value else { return () }
    // The groups of facts are facts again: what they hold is what is wanted.
    if case .oversight(let group) = fact { return Mirror(reflecting: group).children.first?.value ?? () }
    return payload
  }

  /// What anything the model holds says.
  func value(of any: Any) -> JSONValue { value(of: any, depth: 0) }

  private func value(of any: Any, depth: Int) -> JSONValue {
    // Nothing the model holds is nested deeper; hostile depth cannot be made from a fact.
    guard depth < 12 else { return .null }
    if let plain = plain(any) { return plain }
    let mirror = Mirror(reflecting: any)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { value(of: $0.value, depth: depth + 1) } ?? .null
    case .collection: return .array(values(mirror, depth))
    case .dictionary:
      return .array(
        mirror.children.compactMap { child in
          let pair = Mirror(reflecting: child.value).children.map(\.value)
          guard pair.count == 2, let value = FactFields.text(value(of: pair[1], depth: depth + 1)) else {
            return nil
          }
          // The key is a number of another family: no name of this one belongs to it.
          return .string("\(pair[0]) > \(value)")
        }.sorted { JSONWriter.text($0, pretty: false) < JSONWriter.text($1, pretty: false) })
    case .set:
      return .array(
        values(mirror, depth).sorted {
          JSONWriter.text($0, pretty: false) < JSONWriter.text($1, pretty: false)
        })
    case .enum:
      guard let child = mirror.children.first else { return .string(FactFields.words("\(any)")) }
      return .object([(child.label ?? "value", value(of: child.value, depth: depth + 1))])
    default:
      let fields = mirror.children.compactMap { child -> (String, JSONValue)? in
        let value = value(of: child.value, depth: depth + 1)
        if isEmpty(value) { return nil }
        let label = child.label ?? "value"
        return (label.hasPrefix(".") ? "value" : label, value)
      }
      // A thing of one nameless part is that part.
      if fields.count == 1, let only = fields.first, only.0 == "value" { return only.1 }
      return fields.isEmpty ? .null : .object(fields)
    }
  }

  private func values(_ mirror: Mirror, _ depth: Int) -> [JSONValue] {
    mirror.children.map { value(of: $0.value, depth: depth + 1) }
  }

  /// What is one word, number or text.
  private func plain(_ any: Any) -> JSONValue? {
    switch any {
    case let text as String: .string(text)
    case let number as Int: .integer(number)
    case let truth as Bool: .boolean(truth)
    case let reason as Reason: .string(reason.text)
    case let minutes as Minutes: .string("\(minutes.count) min")
    case let miles as Miles: .decimal(miles.hundredths, places: 1)
    case let pence as Pence: .decimal(Hundredths(count: pence.count), places: 2)
    case let number as Hundredths: .decimal(number, places: 2)
    case let stamp as Stamp: .string(stamp.isoText)
    case let number as VolunteerNumber: .string("\(number) \(caseload.name(of: number))")
    case let number as MemberNumber: .string("\(number) \(caseload.name(of: number))")
    case let number as PersonNumber:
      .string([number.description, family?.person(number)?.name].compactMap(\.self).joined(separator: " "))
    case let service as ServiceOnVisit: .string(caseload.directory.title(of: service))
    // Random identities say nothing to a person.
    case is FamilyID: .null
    case let id as any SchemeListID: .string(label(of: id))
    case let word as any RawRepresentable<String>: .string(word.rawValue)
    case let thing as any CustomStringConvertible where Mirror(reflecting: any).displayStyle == .struct:
      .string(thing.description)
    default: nil
    }
  }

  private func label(of id: some SchemeListID) -> String { lists.label(of: id) }

  private func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let items): items.isEmpty
    case .object(let fields): fields.isEmpty
    case .integer, .decimal, .boolean: false
    }
  }

  /// A name in camel case as words: `familyWords` becomes `family words`.
  public static func words(_ name: String) -> String {
    name.reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty { words += " " }
      words += letter.lowercased()
    }
  }
}
