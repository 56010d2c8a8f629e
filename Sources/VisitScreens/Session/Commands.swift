import Terminal
import VisitLibrary

/// A row of a command table, worded from `Resources/`: `command.ID.title` and `command.ID.help`.
extension Command where Action == Act {
  /// A command by its word in the language file.
  ///
  /// - Parameters:
  ///   - id: The command's name in the language file, under `command.`.
  ///   - keys: The keys that mean it, the one to show first.
  ///   - unless: Why it cannot be done now, where it cannot.
  init(
    _ id: String, _ act: Act, keys: [Key], at desk: Desk, unless reason: String? = nil, onKeyLine: Bool = true
  ) {
    self.init(
      id: id, keys: keys, title: desk.words("command.\(id).title"), help: desk.words("command.\(id).help"),
      action: act, availability: reason.map { .no(reason: $0) } ?? .yes, onKeyLine: onKeyLine)
  }
}

/// The commands that work on every screen.
enum Everywhere {
  /// The main screens, in the order of their digits.
  static func mainScreens(at desk: Desk) -> [Command<Act>] {
    [
      Command("families", .showFamilies, keys: [.character("1")], at: desk, onKeyLine: false),
      Command("visits", .showVisits, keys: [.character("2")], at: desk, onKeyLine: false),
      Command("volunteers", .showVolunteers, keys: [.character("3")], at: desk, onKeyLine: false),
      Command("concerns", .showConcerns, keys: [.character("4")], at: desk, onKeyLine: false),
      Command("services", .showServices, keys: [.character("5")], at: desk, onKeyLine: false),
      Command("summary", .showSummary, keys: [.character("6")], at: desk, onKeyLine: false),
      Command("journal", .showJournal, keys: [.character("7")], at: desk, onKeyLine: false),
    ]
  }

  /// Help, palette and the like; letters are left out where letters are text.
  static func commands(isTyping: Bool, isMain: Bool, at desk: Desk) -> [Command<Act>] {
    var commands = [
      Command(
        "help", .help, keys: isTyping ? [.function(1)] : [.character("?"), .function(1)], at: desk),
      Command(
        "palette", .palette, keys: isTyping ? [.control("p")] : [.control("p"), .character(":")], at: desk),
      Command(
        "raiseconcern", .raiseConcern, keys: isTyping ? [.function(8)] : [.character("!"), .function(8)],
        at: desk),
      Command("redraw", .redraw, keys: [.control("l")], at: desk, onKeyLine: false),
      Command("suspend", .suspend, keys: [.control("z")], at: desk, onKeyLine: false),
    ]
    if !isTyping {
      commands.append(
        Command("takeback", .takeBack, keys: [.character("u")], at: desk, onKeyLine: false))
    }
    if isMain {
      commands.append(
        Command("quit", .quit, keys: [.character("q"), .control("c")], at: desk, onKeyLine: true))
    }
    return commands
  }
}
