internal import Glibc
internal import VisitLibrary

/// The words the commands say, from `Resources/languages`; the words for faults and fields come from the library's own.
struct Wording: Sendable {
  private let commands: Words

  /// Reads the embedded words.
  init() throws(LibraryError) {
    let file = "languages/en-commands.txt"
    commands = try Words(parsing: Library.bytes(of: file), file: file)
  }

  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String { commands(key, values) }
  func count(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    commands.count(key, count, values)
  }
  /// The text of a key, where there is one.
  func text(_ key: String) -> String? { commands.text(key) }

  /// The system's own words for one of its errors.
  func systemError(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
