/// Counts of people made safe to leave the scheme: a count of one to four is not told, nor is any other count that
/// would give it away (`domain.md`, "Summaries").
public enum SmallNumbers {
  /// The smallest count of people, above nought, that may be told.
  public static let least = 5

  /// Counts that are tied together by a sum, through which a hidden one could be worked out.
  public struct Sum<Key: Hashable>: Hashable {
    /// The counts that are added up; where there is no total, any of them follows from the others.
    public let parts: [Key]
    /// What they add up to.
    public let total: Key?

    /// Counts that add up to a total, or that are tied together without one.
    public init(parts: [Key], total: Key? = nil) {
      self.parts = parts
      self.total = total
    }
  }

  /// The counts as they may be told.
  ///
  /// Besides every small count, each sum in which exactly one count is hidden, or in which the hidden ones follow from
  /// what they add up to, loses its smallest other count as well, until nothing can be worked out.
  public static func published<Key: Hashable>(
    _ counts: [Key: Int], sums: [Sum<Key>] = []
  ) -> [Key: PublishedCount] {
    var published = counts.mapValues { (1..<least).contains($0) ? PublishedCount.small : .count($0) }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for sum in sums where givesAway(sum, counts: counts, published: published) {
        guard let next = smallestTold(in: sum, counts: counts, published: published) else { continue }
        published[next] = .withheld
        isSettled = false
      }
    }
    return published
  }

  private static func givesAway<Key: Hashable>(
    _ sum: Sum<Key>, counts: [Key: Int], published: [Key: PublishedCount]
  ) -> Bool {
    let hidden = (sum.parts + (sum.total.map { [$0] } ?? [])).filter { published[$0]?.isHidden ?? false }
    guard hidden.count > 1 else { return hidden.count == 1 }
    guard let total = sum.total, !hidden.contains(total), hidden.allSatisfy({ published[$0] == .small })
    else { return false }
    let rest = hidden.reduce(0) { $0 + (counts[$1] ?? 0) }
    return rest == hidden.count || rest == hidden.count * (least - 1)
  }

  private static func smallestTold<Key: Hashable>(
    in sum: Sum<Key>, counts: [Key: Int], published: [Key: PublishedCount]
  ) -> Key? {
    func smallest(of keys: [Key]) -> Key? {
      let told = keys.filter { !(published[$0]?.isHidden ?? true) }
      // A nought hides nothing unless there is no other count left.
      return told.filter { counts[$0] != 0 }.min { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? told.first
    }
    return smallest(of: sum.parts) ?? smallest(of: sum.total.map { [$0] } ?? [])
  }
}

/// A count as it may be told.
public enum PublishedCount: Hashable, Sendable {
  case count(Int)
  /// One to four people.
  case small
  /// Not told because it would give a small count away.
  case withheld

  /// Whether the number is not told.
  public var isHidden: Bool {
    switch self {
    case .count: false
    case .small, .withheld: true
    }
  }

  /// As files write it: the number, `<5`, or `[c]` for confidential, as government statistics do (GSS, "Symbols in
  /// tables").
  public var text: String {
    switch self {
    case .count(let count): "\(count)"
    case .small: "<\(SmallNumbers.least)"
    case .withheld: "[c]"
    }
  }
}
