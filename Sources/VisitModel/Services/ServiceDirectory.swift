/// The services the scheme knows.
public struct ServiceDirectory: Hashable, Sendable {
  /// The services, by number, each with its history.
  public private(set) var services: [ServiceNumber: Record<ServiceEntry>] = [:]

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: DirectoryFact, _ kept: KeptEntry) {
    switch fact {
    case .added(let service): services[service.number] = Record(first: Version(kept, value: service))
    case .amended(let service, let reason):
      services[service.number]?.add(Version(kept, value: service, reason: reason))
    }
  }

  /// A service of the directory.
  public subscript(number: ServiceNumber) -> ServiceEntry? { services[number]?.current }

  /// The services, by number.
  public var inOrder: [ServiceEntry] {
    services.values.compactMap(\.current).sorted { $0.number < $1.number }
  }

  /// The number a new service gets.
  public var nextNumber: ServiceNumber { ServiceNumber((services.keys.max()?.count ?? 0) + 1) }

  /// The service of a number, or of a name that only one has, as typed.
  public func service(typed text: String) -> ServiceEntry? {
    if let number = ServiceNumber(typed: trimmedText(text)), let service = self[number] { return service }
    let wanted = trimmedText(text).lowercased()
    let named = inOrder.filter {
      $0.name.lowercased() == wanted || "\($0.organisation): \($0.name)".lowercased() == wanted
    }
    return named.count == 1 ? named.first : nil
  }

  /// How a service is called: its organisation and its name.
  public func title(of number: ServiceNumber) -> String {
    guard let service = self[number] else { return number.description }
    return service.name == service.organisation ? service.name : "\(service.organisation): \(service.name)"
  }
}
