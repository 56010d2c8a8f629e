/// What a parent said of the support, sorted by theme so that voices can be counted.
public struct Feedback: Hashable, Sendable {
  /// The episode it is about.
  public var episode: EpisodeNumber
  /// The day.
  public var day: Day
  /// Who said it; nil where that was left open.
  public var person: PersonNumber?
  /// What it is about, from the scheme's list.
  public var themes: [ThemeID]
  /// The words.
  public var words: String
  /// Whether the parent agreed that the words may be quoted without a name.
  public var mayQuote: Bool

  /// Feedback on an episode on a day.
  public init(
    episode: EpisodeNumber, day: Day, person: PersonNumber? = nil, themes: [ThemeID], words: String = "",
    mayQuote: Bool = false
  ) {
    self.episode = episode
    self.day = day
    self.person = person
    self.themes = themes
    self.words = words
    self.mayQuote = mayQuote
  }
}

/// What feedback is about, from the list of themes.
public struct ThemeID: SchemeListID {
  /// The list of themes.
  public static let list = ListName.themes
  /// The id in the list.
  public let rawValue: String
  /// A theme by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A letter that was written for a family: which, on which day. The words are the template's and the family's.
public struct Letter: Hashable, Sendable {
  /// Which letter.
  public let kind: LetterID
  /// The episode it is about.
  public let episode: EpisodeNumber
  /// The day on it.
  public let day: Day

  /// A letter of a kind, on a day.
  public init(kind: LetterID, episode: EpisodeNumber, day: Day) {
    self.kind = kind
    self.episode = episode
    self.day = day
  }
}

/// A kind of letter, named by its template in `Resources/letters`.
public struct LetterID: ListID {
  /// The name of the template.
  public let rawValue: String
  /// A letter by the name of its template.
  public init(rawValue: String) { self.rawValue = rawValue }
}
