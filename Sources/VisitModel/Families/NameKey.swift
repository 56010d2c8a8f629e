/// A name as it is compared: its words without accents and capitals, nicknames by their full name.
struct NameKey: Hashable, Sendable {
  private let words: [String]
  /// The family name, for a person who was entered by first name alone.
  private let family: String?

  init(_ name: String, _ nicknames: Nicknames, family: String = "") {
    words = NameKey.folded(name).map { nicknames.full[$0] ?? $0 }
    self.family = NameKey.folded(family).last
  }

  var isEmpty: Bool { words.isEmpty }
  /// The first of its words.
  var first: String? { words.first }
  /// The last of its words.
  var last: String? { words.last }

  /// Whether both are likely the same name. A person's first name alone counts where the family's names agree.
  func matches(_ other: NameKey, surname: NameKey? = nil) -> Bool {
    guard let first = words.first, let second = other.words.first else { return false }
    guard NameKey.isNear(first, second) else { return false }
    let last = words.count > 1 ? words.last : surname?.words.last
    let otherLast = other.words.count > 1 ? other.words.last : other.family
    if words.count == 1, other.words.count == 1, last == nil, otherLast == nil { return true }
    guard let last, let otherLast else { return false }
    return NameKey.isNear(last, otherLast)
  }

  /// The words of a name in small letters without accents, apostrophes and hyphens.
  private static func folded(_ name: String) -> [String] {
    SearchedText(name).bytes.split { Array(" -.".utf8).contains($0) }.map { word in
      String(decoding: word.filter { $0 >= 0x80 || isLetterOrDigit($0) }, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte || 0x30...0x39 ~= byte }

  /// The same word, or one slip apart in words of four letters or more: a letter wrong, missing, too many, or two swapped.
  static func isNear(_ one: String, _ two: String) -> Bool {
    if one == two { return true }
    // A letter of any script is at most four bytes: most pairs are told apart without looking at their letters.
    guard abs(one.utf8.count - two.utf8.count) <= 4 else { return false }
    let (short, long) = one.count <= two.count ? (Array(one), Array(two)) : (Array(two), Array(one))
    guard short.count >= 4 || long.count >= 5, long.count - short.count <= 1 else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
    if start + end >= long.count - 1 { return true }
    // Two neighbours swapped.
    return short.count == long.count && start + end == long.count - 2 && short[start] == long[start + 1]
      && short[start + 1] == long[start]
  }
}

/// A short form of a first name, whose words in the list are the full name.
struct NicknameID: SchemeListID {
  /// The list of short forms.
  static let list = ListName.nicknames
  /// The short form.
  let rawValue: String
  /// A short form of a name.
  init(rawValue: String) { self.rawValue = rawValue }
}

/// Full first names by their short forms.
struct Nicknames {
  let full: [String: String]

  init(_ lists: SchemeLists) {
    full = Dictionary(
      lists.entries(NicknameID.self).map { ($0.id.rawValue, $0.label.lowercased()) },
      uniquingKeysWith: { first, _ in first })
  }
}
