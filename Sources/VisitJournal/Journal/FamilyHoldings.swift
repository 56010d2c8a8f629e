internal import VisitModel

/// The entries about some families, gathered in a pass over the log.
struct FamilyHoldings {
  private let families: [FamilyID]
  private var about: [KeptEntry] = []
  /// What was done about concerns, which names the concern alone.
  private var steps: [(kept: KeptEntry, concern: RecordID)] = []
  /// Copies that only their authors can open.
  private var copies: [KeptEntry] = []
  private var concerns: Set<RecordID> = []

  init(_ families: [FamilyID]) { self.families = families }

  mutating func take(_ kept: KeptEntry) {
    let fact = kept.entry.fact
    guard fact.goesWithFamily else { return }
    if families.contains(where: fact.isAbout) {
      about.append(kept)
      if case .concern(let concern) = fact { concerns.insert(concern.concern) }
    } else if case .concern(let concern) = fact, fact.subject == nil {
      steps.append((kept, concern.concern))
    } else if case .sealed(let sealed) = fact, sealed.kind == .concernCopied {
      copies.append(kept)
    }
  }

  /// The entries, in the order of the log.
  var entries: [KeptEntry] {
    let authors = Dictionary(about.map { ($0.number.count, $0.entry.author) }) { first, _ in first }
    let all =
      about + steps.filter { concerns.contains($0.concern) }.map(\.kept)
      + copies.filter { authors[$0.number.count - 1] == $0.entry.author }
    return all.count == about.count ? about : all.sorted { $0.number < $1.number }
  }
}
