/// What the program says: every message, label and heading, by key, from a file in `Resources/languages`.
///
/// A line is `key = text`; `#` begins a comment line; `{name}` stands for a value given with the message; `\n` in a
/// text begins a new line. A text that depends on a count has two keys, `key.one` and `key.other`, and `{count}`.
public struct Words: Sendable {
  private let texts: [String: String]

  /// Reads a file of words; throws the first line that is neither a comment nor a message, and a key that stands
  /// twice.
  public init(parsing bytes: [UInt8], file: String) throws(LibraryError) {
    var texts: [String: String] = [:]
    let lines = try TextLines(bytes, file: file).lines
    texts.reserveCapacity(lines.count)
    for line in lines {
      guard let (key, text) = line.keyAndValue, !key.isEmpty else {
        throw LibraryError(file: file, line: line.number, problem: "a line is \"key = text\"")
      }
      let spoken = text.utf8.contains(UInt8(ascii: "\\")) ? unescaped(text) : String(text)
      if texts.updateValue(spoken, forKey: String(key)) != nil {
        throw LibraryError(file: file, line: line.number, place: String(key), problem: "the key stands twice")
      }
    }
    self.texts = texts
  }

  /// Words by key, for tests.
  public init(_ texts: [String: String]) { self.texts = texts }

  /// The text of a key, or the key itself in brackets where the file has none.
  public func callAsFunction(_ key: String) -> String { texts[key] ?? "[\(key)]" }

  /// The text of a key with values in place of `{name}`.
  ///
  /// A value is put in once and never read again for places, so a family's words with braces stay as they are.
  public func callAsFunction(_ key: String, _ values: [String: String]) -> String {
    let text = self(key)
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      filled += values[name] ?? String(rest[...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// The text for a count: `key.one` for exactly one, else `key.other`; `{count}` is the count.
  public func count(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    self(
      count == 1 ? "\(key).one" : "\(key).other",
      values.merging(["count": "\(count)"]) { given, _ in given })
  }

  /// The text of a key; nil where the file has none.
  public func text(_ key: String) -> String? { texts[key] }

  /// Every key of the file, sorted.
  public var keys: [String] { texts.keys.sorted() }

  /// The names of the places in a key's text, in the order they stand.
  public func places(of key: String) -> [String] {
    self(key).split(separator: "{").dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}

private func unescaped(_ text: Substring) -> String {
  text.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
}
