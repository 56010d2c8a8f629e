internal import VisitModel

extension VisitBatch {
  /// The rows in whose words a text stands, in their order.
  func rows(saying text: SearchedText) -> [Int] {
    VisitBatch.runs(of: words, endingAt: wordEnds, holding: text)
  }

  /// The shares of families in whose number and name a text stands, in their order.
  func shares(called text: SearchedText) -> [Int] {
    VisitBatch.runs(of: names, endingAt: nameEnds, holding: text)
  }

  /// Which runs of some words a text stands in; each run ends where the next begins.
  ///
  /// One pass over all of them.
  private static func runs(of words: [UInt8], endingAt ends: [Int], holding text: SearchedText) -> [Int] {
    guard !text.isEmpty else { return Array(ends.indices) }
    var found: [Int] = []
    var (place, run) = (0, 0)
    while let next = unsafe text.firstPlace(in: words.span.bytes, from: place) {
      while run < ends.count, ends[run] <= next { run += 1 }
      guard run < ends.count else { break }
      // A text that begins in one run and ends in the next stands in neither.
      if next + text.bytes.count <= ends[run] {
        found.append(run)
        place = ends[run]
      } else {
        place = next + 1
      }
    }
    return found
  }
}
