import Support
import Testing

/// A sample of what `proof bits` does with every bit and every length.
@Suite("A log of 200 entries")
struct SmallLogTests {
  @Test("a flipped bit is found wherever it is, and no wrong entry is served", arguments: 0..<4)
  func flips(part: Int) throws {
    let log = try SmallLog()
    for place in stride(from: part * 7, to: log.byteCount, by: 211) {
      if let problem = try log.flip(place: place, bit: place % 8, reads: true) { Issue.record("\(problem)") }
    }
  }

  @Test("cut short anywhere, it opens with exactly the entries before the cut", arguments: 0..<2)
  func cuts(part: Int) throws {
    let log = try SmallLog()
    for length in stride(from: part * 53, through: log.logByteCount, by: 211) {
      if let problem = try log.cut(to: length) { Issue.record("\(problem)") }
    }
  }
}
