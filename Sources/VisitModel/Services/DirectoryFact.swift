/// A change in the scheme's own directory of services.
public enum DirectoryFact: Hashable, Sendable {
  /// A service was added.
  case added(ServiceEntry)
  /// A service was amended.
  case amended(ServiceEntry, Reason)
}

extension DirectoryFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .added: .serviceAdded
    case .amended: .serviceAmended
    }
  }
}
