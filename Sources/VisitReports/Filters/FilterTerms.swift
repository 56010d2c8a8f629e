internal import VisitModel

/// What is typed after `/` in a list: words that must all be found, some of them in one field only.
///
/// `simms waiting` finds rows with both words anywhere; `volunteer:simms` looks in one field; `seen:>14` compares a
/// number (`>`, `>=`, `<`, `<=`, or the number alone); a phrase is put in double quotes. A colon after anything that
/// is not a field of the list is part of the word.
struct FilterTerms: Hashable, Sendable {
  /// The terms, all of which must hold.
  let terms: [Term]

  enum Term: Hashable, Sendable {
    case word(SearchedText)
    case field(String, SearchedText)
    case number(String, NumberTest)
  }

  struct NumberTest: Hashable, Sendable {
    enum Relation: Hashable, Sendable { case equal, below, above, atMost, atLeast }
    let relation: Relation
    let number: Int

    func holds(of value: Int?) -> Bool {
      guard let value else { return false }
      return switch relation {
      case .equal: value == number
      case .below: value < number
      case .above: value > number
      case .atMost: value <= number
      case .atLeast: value >= number
      }
    }
  }

  /// Reads a filter for a list with fields of text and fields of numbers, all named in lower case.
  init(_ text: String, fields: Set<String>, numbers: Set<String>) {
    terms = FilterTerms.words(of: text).compactMap { word in
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].lowercased()
      guard parts.count == 2, fields.contains(name) || numbers.contains(name) else {
        let folded = SearchedText(word)
        return folded.isEmpty ? nil : .word(folded)
      }
      // What is still being typed must not empty the list: a field with nothing, or only a mark, after its colon.
      if parts[1].allSatisfy({ "<>=".contains($0) }) { return nil }
      if numbers.contains(name), let test = NumberTest(parts[1]) { return .number(name, test) }
      guard fields.contains(name) else { return .word(SearchedText(word)) }
      return .field(name, SearchedText(String(parts[1])))
    }
  }

  var isEmpty: Bool { terms.isEmpty }

  /// Whether every term holds of a row.
  ///
  /// - Parameters:
  ///   - all: All the row's words.
  ///   - field: The words of one field of the row.
  ///   - number: The number of one field of the row, where it has one.
  ///   - name: Whether a word names the row in another way than by standing in its words.
  func hold(
    in all: SearchedText, field: (String) -> String, number: (String) -> Int?,
    name: (SearchedText) -> Bool = { _ in false }
  ) -> Bool {
    terms.allSatisfy { term in
      switch term {
      case .word(let word): all.contains(word) || name(word)
      case .field(let name, let word): SearchedText(field(name)).contains(word)
      case .number(let name, let test): test.holds(of: number(name))
      }
    }
  }

  private static func words(of text: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case _ where character.isWhitespace && !isQuoted: words.append("")
      default: words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension FilterTerms.NumberTest {
  init?(_ text: Substring) {
    let relations: [(String, Relation)] = [
      (">=", .atLeast), ("<=", .atMost), (">", .above), ("<", .below), ("=", .equal), ("", .equal),
    ]
    guard let (mark, relation) = relations.first(where: { text.hasPrefix($0.0) }),
      let number = Int(text.dropFirst(mark.count))
    else { return nil }
    self.init(relation: relation, number: number)
  }
}
