/// Why support ended: an entry of the scheme's list, with words where there are any; words alone in older records.
public enum Ending: Hashable, Sendable {
  /// An entry of the list of reasons for ending, and anything to add.
  case listed(EndingReasonID, Reason?)
  /// Words alone.
  case inWords(Reason)

  /// The entry of the list, where one was chosen.
  public var listed: EndingReasonID? {
    if case .listed(let id, _) = self { id } else { nil }
  }
  /// What was said in words, where anything was.
  public var words: Reason? {
    switch self {
    case .listed(_, let words): words
    case .inWords(let words): words
    }
  }

  /// The ending as a person reads it: the list's words, then the person's own.
  public func text(_ lists: SchemeLists) -> String {
    switch self {
    case .listed(let id, let words):
      lists.label(of: id) + (words.map { ": \($0.text)" } ?? "")
    case .inWords(let words): words.text
    }
  }
}

/// A reason for which support ends, from the list of endings.
public struct EndingReasonID: SchemeListID {
  /// The list of endings.
  public static let list = ListName.endings
  /// The id in the list.
  public let rawValue: String
  /// A reason by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension EpisodeState {
  /// An ending for a reason in words alone.
  public static func ended(_ reason: Reason) -> EpisodeState { .ended(.inWords(reason)) }

  /// The day an ending is planned for, in the state that has one.
  public var endingOn: Day? { if case .endingPlanned(_, on: let day) = self { day } else { nil } }

  /// Why support ended, in the state that has an ending.
  public var ending: Ending? { if case .ended(let ending) = self { ending } else { nil } }

  /// Why in words, in the states that end an episode, where words were given.
  public var reason: Reason? { if case .refused(let reason) = self { reason } else { ending?.words } }

  /// Why, in the states that end an episode, as a person reads it.
  public func why(_ lists: SchemeLists) -> String? {
    switch self {
    case .refused(let reason): reason.text
    case .ended(let ending): ending.text(lists)
    case .referred, .needsInformation, .accepted, .assessed, .waiting, .matched, .introduced, .supported,
      .paused, .endingPlanned:
      nil
    }
  }
}
