// The commands of a screen in order of use.

/// What a key means on a screen.
public enum Dispatch<Action: Hashable & Sendable>: Hashable, Sendable {
  /// Do this.
  case run(Action)
  /// The command is there but cannot be given now.
  case refused(reason: String)
  /// The key means nothing here.
  case none
}

/// A screen's commands, the most useful first.
public struct CommandTable<Action: Hashable & Sendable>: Sendable {
  /// Two commands that want the same key.
  public struct Conflict: Hashable, Sendable {
    /// The key.
    public let key: Key
    /// The ids of the commands, in order of the table.
    public let ids: [String]
  }

  /// The commands in order.
  public let commands: [Command<Action>]
  private let byKey: [Key: Int]

  /// A table. Of two commands with the same key the first wins; `conflicts` says so to tests.
  public init(_ commands: [Command<Action>]) {
    self.commands = commands
    var byKey: [Key: Int] = [:]
    for (index, command) in commands.enumerated() {
      for key in command.keys where byKey[key] == nil { byKey[key] = index }
    }
    self.byKey = byKey
  }

  /// The command of a key.
  public func command(for key: Key) -> Command<Action>? { byKey[key].map { commands[$0] } }

  /// The command of an id.
  public func command(id: String) -> Command<Action>? { commands.first { $0.id == id } }

  /// What a key means.
  public func dispatch(_ key: Key) -> Dispatch<Action> {
    guard let command = command(for: key) else { return .none }
    if let reason = command.availability.reason { return .refused(reason: reason) }
    return .run(command.action)
  }

  /// Keys that more than one command wants; empty in a sound table.
  public var conflicts: [Conflict] {
    var owners: [Key: [String]] = [:]
    var order: [Key] = []
    for command in commands {
      for key in Set(command.keys) {
        if owners[key] == nil { order.append(key) }
        owners[key, default: []].append(command.id)
      }
    }
    return order.compactMap { key in
      let ids = owners[key] ?? []
      return ids.count > 1 ? Conflict(key: key, ids: ids) : nil
    }
  }

  /// What the key line shows in a width: the commands that can be given, in order, while they fit.
  public func keyLine(columns: Int) -> [KeyLineItem] {
    let items = commands.filter { $0.onKeyLine && $0.availability.isAvailable && !$0.keys.isEmpty }
      .map { KeyLineItem(key: $0.keys[0], title: $0.title) }
    return KeyLine.fitting(items, columns: columns)
  }

  /// This table and then another, for keys that work on every screen.
  public func followed(by other: CommandTable) -> CommandTable {
    CommandTable(commands + other.commands)
  }

  /// The commands as rows of the palette, ids as in the table.
  public var paletteRows: [PaletteRow] {
    commands.map {
      PaletteRow(
        id: $0.id, title: $0.title, detail: $0.help, keys: $0.keyWords, reason: $0.availability.reason)
    }
  }
}
