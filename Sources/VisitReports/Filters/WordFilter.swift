internal import VisitModel

/// Words that must all be found in a row: the filter of lists that have no fields to be named.
public struct WordFilter: Hashable, Sendable {
  private let words: [SearchedText]

  /// A filter by what was typed; nothing typed lets everything through.
  public init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { SearchedText(String($0)) }.filter { !$0.isEmpty }
  }

  /// Whether every word stands somewhere in a row's words, whatever its capitals and accents.
  public func holds(of row: String) -> Bool {
    guard !words.isEmpty else { return true }
    let folded = SearchedText(row)
    return words.allSatisfy { folded.contains($0) }
  }
}
