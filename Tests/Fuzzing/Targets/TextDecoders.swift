import VisitLibrary
import VisitModel

/// Files that people write: JSON, instruments, lists, the pathway's table, words.
enum TextDecoders {
  static let all = [
    Decoder(name: "json") { _ = try? Json(parsing: $0) },
    Decoder(name: "instrument") { _ = try? Library.instrument(reading: $0, file: "fuzz.json") },
    Decoder(name: "lists") { _ = try? Library.lists(reading: $0, file: "fuzz.txt") },
    Decoder(name: "pathway") { _ = try? Library.pathway(reading: $0, file: "fuzz.txt") },
    Decoder(name: "words", attempt: words),
    Decoder(name: "typed", attempt: typed),
  ]

  private static func words(_ bytes: [UInt8]) {
    guard let words = try? Words(parsing: bytes, file: "fuzz.txt") else { return }
    _ = words("a", ["count": "1", "name": "{name}"])
  }

  /// What is typed in a form or on the command line.
  private static func typed(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let today = Day(daysSinceEpoch: 20_780)
    _ = Day(typed: text, today: today, leaning: .behind)
    _ = Minutes(typed: text)
    _ = TimeOfDay(typed: text)
    _ = Miles(typed: text)
    _ = Pence(typed: text)
    _ = FamilyNumber(typed: text)
  }
}
