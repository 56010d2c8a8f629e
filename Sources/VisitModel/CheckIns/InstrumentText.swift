/// Words in one or more languages, as an instrument's file gives them.
public struct LocalText: Hashable, Sendable {
  /// The words by language tag, such as `en-GB`.
  public let byLanguage: [String: String]

  /// No words in any language.
  public static let none = LocalText([:])

  /// Words by language tag.
  public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

  /// The words in a language, else in a variety of the same language, else in English; nil where there are none.
  ///
  /// An empty text counts as none: a published instrument's wording is left empty until a scheme adds it.
  public func text(in language: String = "en-GB") -> String? {
    for wanted in [language, "en-GB"] {
      if let exact = byLanguage[wanted], !exact.isEmpty { return exact }
      let family = wanted.prefix { $0 != "-" }
      let related = byLanguage.filter { $0.key.prefix { $0 != "-" } == family && !$0.value.isEmpty }
      if let first = related.min(by: { $0.key < $1.key }) { return first.value }
    }
    return nil
  }
}

/// A code of a public code system for an instrument, a question, an answer or a score.
public struct InstrumentCode: Hashable, Sendable {
  /// The code system's address, such as `http://loinc.org`.
  public let system: String
  /// The code.
  public let code: String
  /// What it stands for here: `panel`, `item`, `score`, `answer` or `assessment-scale`.
  public let use: String?

  /// A code of a system.
  public init(system: String, code: String, use: String? = nil) {
    self.system = system
    self.code = code
    self.use = use
  }
}
