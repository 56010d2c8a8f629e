public import VisitModel

/// The volunteers who might visit a family, with the reasons for and against each: those who are ready first.
public struct MatchCandidates: Sendable {
  /// The candidates, the most fitting first.
  public let candidates: [MatchCandidate]

  /// The candidates for a family on a day. Volunteers who do not visit at present are left out, as is the one matched now.
  ///
  /// - Parameter lists: The scheme's lists, whose words for the family's circumstances are looked for among what
  ///   volunteers know and like.
  public init(for file: FamilyFile, in caseload: Caseload, lists: SchemeLists, on day: Day) {
    let roll = VolunteerRoll(caseload, on: day)
    let wishes = FamilyWishes(file, lists: lists)
    let earlier = Set(file.episodes.flatMap(\.moves).compactMap(\.state.volunteer))
    candidates = caseload.volunteersInOrder
      .filter { $0.isActive && $0.number != file.volunteer }
      .map { volunteer in
        var reasons = wishes.reasons(for: volunteer)
        if earlier.contains(volunteer.number) { reasons.append(.visitedBefore) }
        return MatchCandidate(
          volunteer: volunteer, readiness: roll.readiness(of: volunteer.number), reasons: reasons)
      }
      .sorted { $0.precedes($1) }
  }
}

/// A volunteer who might visit a family.
public struct MatchCandidate: Hashable, Sendable {
  /// The volunteer.
  public let volunteer: Volunteer
  /// Whether they may be matched, and what is missing.
  public let readiness: Readiness
  /// What speaks for and against them.
  public let reasons: [MatchReason]

  fileprivate func precedes(_ other: MatchCandidate) -> Bool {
    if readiness.isReady != other.readiness.isReady { return readiness.isReady }
    if fit != other.fit { return fit > other.fit }
    return readiness.families != other.readiness.families
      ? readiness.families < other.readiness.families : volunteer.number < other.volunteer.number
  }

  /// Reasons for, less reasons against.
  private var fit: Int { reasons.reduce(0) { $0 + ($1.isFor ? 1 : -1) } }
}

/// What speaks for or against a volunteer for a family.
public enum MatchReason: Hashable, Sendable {
  /// Visits in the family's area.
  case inArea(String)
  /// Visits elsewhere.
  case otherArea(String)
  /// Speaks a language of the family.
  case speaks(String)
  /// Speaks none of the family's languages, and the family no English.
  case noLanguage([String])
  /// Can visit when the family is visited.
  case isFree(AvailabilityID)
  /// Cannot visit when the family is visited.
  case notFree(AvailabilityID)
  /// Knows or likes something that the family lives with.
  case knows(String)
  /// Has visited the family before.
  case visitedBefore

  /// Whether it speaks for the volunteer.
  public var isFor: Bool {
    switch self {
    case .inArea, .speaks, .isFree, .knows, .visitedBefore: true
    case .otherArea, .noLanguage, .notFree: false
    }
  }

  /// What a front end looks its words up by.
  public var key: String {
    switch self {
    case .inArea: "inArea"
    case .otherArea: "otherArea"
    case .speaks: "speaks"
    case .noLanguage: "noLanguage"
    case .isFree: "isFree"
    case .notFree: "notFree"
    case .knows: "knows"
    case .visitedBefore: "visitedBefore"
    }
  }

  /// What the words are about.
  public func value(_ lists: SchemeLists) -> String {
    switch self {
    case .inArea(let text), .otherArea(let text), .speaks(let text), .knows(let text): text
    case .noLanguage(let languages): languages.joined(separator: ", ")
    case .isFree(let time), .notFree(let time): lists.label(of: time)
    case .visitedBefore: ""
    }
  }
}

/// What a family needs of its volunteer.
private struct FamilyWishes {
  let area: String?
  let languages: [String]
  let time: AvailabilityID?
  let themes: [String]

  init(_ file: FamilyFile, lists: SchemeLists) {
    area = file.family.area
    languages = file.family.languages
    let start = file.plan?.start ?? file.lastContact?.outcome.contact?.start
    let day = file.plan?.day ?? file.lastContact?.day
    if let start, let day { time = AvailabilityID(day: day, start: start) } else { time = nil }
    themes = file.family.circumstances.map(lists.label(of:))
  }

  func reasons(for volunteer: Volunteer) -> [MatchReason] {
    var reasons: [MatchReason] = []
    if let area, !volunteer.areas.isEmpty {
      reasons.append(volunteer.areas.contains { isSame($0, area) } ? .inArea(area) : .otherArea(area))
    }
    let others = languages.filter { !isSame($0, "English") }
    if let shared = others.first(where: { language in volunteer.languages.contains { isSame($0, language) } })
    {
      reasons.append(.speaks(shared))
    } else if !others.isEmpty, others.count == languages.count {
      reasons.append(.noLanguage(others))
    }
    if let time, !volunteer.availability.isEmpty {
      reasons.append(volunteer.availability.contains(time) ? .isFree(time) : .notFree(time))
    }
    for interest in volunteer.interests {
      let wanted = SearchedText(interest)
      if !wanted.isEmpty,
        themes.contains(where: { SearchedText($0).contains(wanted) || wanted.contains(SearchedText($0)) })
      {
        reasons.append(.knows(interest))
      }
    }
    return reasons
  }

  private func isSame(_ left: String, _ right: String) -> Bool { SearchedText(left) == SearchedText(right) }
}
