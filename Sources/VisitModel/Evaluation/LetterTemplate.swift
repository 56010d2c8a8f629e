/// A letter with gaps: the words are data (`Resources/letters`), the gaps are checked when it is loaded.
public struct LetterTemplate: Hashable, Sendable, Identifiable {
  /// The name of the template.
  public let id: LetterID
  /// What it is called.
  public let title: String
  /// Whom it is for.
  public let addressee: Addressee
  /// The stages of the pathway at which it is written.
  public let stages: [EpisodeStage]
  /// What stands in a gap where nothing is known.
  public let fallbacks: [LetterGap: String]
  /// How a count is said in a gap: the words for one, and for any other number, with the count in braces.
  public let counts: [LetterGap: Counted]
  /// Words and gaps, first to last.
  public let parts: [Part]

  /// Whom a letter is for.
  public enum Addressee: String, CaseIterable, Hashable, Sendable {
    case family, referrer
  }

  /// A stretch of words, or a gap.
  public enum Part: Hashable, Sendable {
    case words(String)
    case gap(LetterGap)
  }

  /// The words for a count: `{count}` in them stands for the number.
  public struct Counted: Hashable, Sendable {
    /// The words for one.
    public let one: String
    /// The words for any other number.
    public let other: String

    /// Words for one and for any other number.
    public init(one: String, other: String) {
      self.one = one
      self.other = other
    }

    /// The place of the number in the words.
    public static let place = "{count}"

    /// The words for a number as it was written; nil where it is none.
    func words(for text: String) -> String? {
      guard let count = Int(text) else { return nil }
      let words = count == 1 ? one : other
      let parts = words.split(separator: Counted.place, omittingEmptySubsequences: false)
      return parts.joined(separator: text)
    }
  }

  /// A letter of parts.
  public init(
    id: LetterID, title: String, addressee: Addressee, stages: [EpisodeStage], fallbacks: [LetterGap: String],
    counts: [LetterGap: Counted] = [:], parts: [Part]
  ) {
    self.id = id
    self.title = title
    self.addressee = addressee
    self.stages = stages
    self.fallbacks = fallbacks
    self.counts = counts
    self.parts = parts
  }

  /// How many characters a line of a letter has at most: what fits a page in a typewriter face.
  public static let lineMax = 76

  /// The letter with its gaps filled, in lines that fit a page. What people typed goes in as plain text.
  public func filled(_ values: [LetterGap: String]) -> String {
    let text = parts.map { part in
      switch part {
      case .words(let words): return words
      case .gap(let gap):
        let value = values[gap].map(plainText) ?? ""
        if value.isEmpty { return fallbacks[gap] ?? "" }
        return counts[gap]?.words(for: value) ?? value
      }
    }.joined()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(LetterTemplate.wrapped)
      .joined(separator: "\n")
  }

  private static func wrapped(_ line: Substring) -> String {
    guard line.count > lineMax else { return String(line) }
    var lines: [String] = []
    var last = ""
    for word in line.split(separator: " ") {
      if !last.isEmpty, last.count + 1 + word.count > lineMax {
        lines.append(last)
        last = String(word)
      } else {
        last += (last.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [last]).joined(separator: "\n")
  }
}

/// What a letter can leave open.
public enum LetterGap: String, CaseIterable, Hashable, Sendable {
  case scheme, today, coordinator, phone
  case family, carer, children, volunteer
  case referrer, agency, received
  case began, ended, visits, reason
}

/// Writes a letter for a family: what is recorded is that it was written, not its words.
public struct WriteLetter: Sendable {
  /// The family.
  public let family: FamilyID
  /// The letter.
  public let template: LetterTemplate

  /// A letter to be written.
  public init(family: FamilyID, template: LetterTemplate) {
    self.family = family
    self.template = template
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal where the family has no episode, or nobody referred it whom a letter could go to.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let episode = file.episode else { throw Refusal(.family, .noOpenEpisode) }
    let stage = episode.state.stage
    guard template.stages.contains(stage) else {
      throw Refusal(.stage, .notAtStage(stage, wanted: template.stages))
    }
    if template.addressee == .referrer, file.assessment.referral(of: episode.number)?.current == nil {
      throw Refusal(.family, .needsReferral)
    }
    // An answer to a referral goes back to whoever sent it; news of the support itself needs the family's consent.
    if template.addressee == .referrer,
      episode.state.stage == .endingPlanned || episode.state.stage == .ended,
      !file.background.permits(.tellReferrer, on: today)
    {
      throw Refusal(.consent, .needsConsent(.tellReferrer))
    }
    return [
      .evaluation(family, .letterWritten(Letter(kind: template.id, episode: episode.number, day: today)))
    ]
  }
}
