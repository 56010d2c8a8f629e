// One row of a screen's command table: everything that is known about a command, in one place.

/// Whether a command can be given now.
public enum Availability: Hashable, Sendable {
  /// It can.
  case yes
  /// It cannot, and why, in words: pressing its key says so rather than nothing.
  case no(reason: String)

  /// Whether it can be given.
  public var isAvailable: Bool { self == .yes }
  /// Why not, `nil` when it can.
  public var reason: String? {
    if case .no(let reason) = self { return reason }
    return nil
  }
}

/// A command of a screen. Dispatch, key line, help, palette and manual all read this and nothing else.
public struct Command<Action: Hashable & Sendable>: Hashable, Sendable {
  /// What it is called in code and in the manual.
  public var id: String
  /// The keys that give it, the one to show first.
  public var keys: [Key]
  /// A verb or two for the key line.
  public var title: String
  /// One sentence for the help.
  public var help: String
  /// What the screen does.
  public var action: Action
  /// Whether it can be given now.
  public var availability: Availability
  /// Whether the key line shows it.
  public var onKeyLine: Bool
  /// The words over it in the help; commands of one group stand together.
  public var group: String

  /// A command.
  public init(
    id: String, keys: [Key], title: String, help: String = "", action: Action,
    availability: Availability = .yes, onKeyLine: Bool = true, group: String = ""
  ) {
    self.id = id
    self.keys = keys
    self.title = title
    self.help = help
    self.action = action
    self.availability = availability
    self.onKeyLine = onKeyLine
    self.group = group
  }

  /// The keys as shown: `Enter, l`.
  public var keyWords: String { keys.map(\.spelling).joined(separator: ", ") }
}
