/// A service that came up on a visit.
///
/// The scheme's directory never has them all: what it does not know is kept as it was called.
public enum ServiceOnVisit: Hashable, Sendable {
  /// One of the scheme's directory.
  case listed(ServiceNumber)
  /// One that the directory does not have, by the name it was given.
  case named(String)

  /// As it would be typed: its number, or what it is called.
  public var typed: String {
    switch self {
    case .listed(let number): number.description
    case .named(let name): name
    }
  }
}

extension ServiceDirectory {
  /// What a service that came up on a visit is called.
  public func title(of service: ServiceOnVisit) -> String {
    switch service {
    case .listed(let number): title(of: number)
    case .named(let name): name
    }
  }

  /// The services that were typed, with a semicolon or a line end between two; commas do too where every part between
  /// them is a service of the directory.
  ///
  /// What the directory knows by number or name is listed, all else is named. Each counts once.
  ///
  /// - Parameter kept: Services that a visit names already, which may have left the directory since.
  func services(
    typed text: String, in field: Field, keeping kept: [ServiceOnVisit], _ checking: inout Checking
  ) -> [ServiceOnVisit] {
    var services: [ServiceOnVisit] = []
    for part in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      let names = listed(String(part))
      let isList = names.count > 1 && names.allSatisfy { service(typed: $0) != nil }
      for name in isList ? names : [String(part)] {
        guard let name = checking.text(field, name, max: TextLimit.line) else { continue }
        let service: ServiceOnVisit
        if let known = self.service(typed: name)?.number {
          service = .listed(known)
        } else if let before = kept.first(where: { $0.typed.lowercased() == name.lowercased() }) {
          service = before
        } else if ServiceNumber(typed: name) != nil {
          // Somebody meant a number of the directory, and would never find out that it is none.
          checking.fail(
            field,
            .noSuchService(
              name, known: inOrder.filter(\.isActive).map { "\($0.number) \(title(of: $0.number))" }))
          continue
        } else {
          service = .named(name)
        }
        if !services.contains(service) { services.append(service) }
      }
    }
    return services
  }
}

/// Something seen between a parent and a baby, from the scheme's prompts.
public struct MomentID: SchemeListID {
  /// The id in the list of prompts.
  public let rawValue: String
  /// A prompt by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The list of prompts.
  public static let list = ListName.infantMoments
}

extension Family {
  /// The children who are born and in their first 1001 days: those with whom a visitor looks for moments.
  public func infants(on day: Day) -> [Person] {
    people.filter { $0.role == .child && !$0.birth.isUnborn(on: day) && $0.birth.isInFirst1001Days(on: day) }
  }
}
