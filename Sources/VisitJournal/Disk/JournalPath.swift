/// A place in the file tree, kept as the text the system uses.
///
/// A small value in place of Foundation's URL: the journal only ever joins names and asks for the last one.
public struct JournalPath: Hashable, Sendable, CustomStringConvertible {
  /// The path as given, with no slash at its end (except the root itself).
  public let text: String

  /// Makes a path of `text`; slashes at the end are dropped.
  public init(_ text: String) {
    var end = text.utf8.endIndex
    while end > text.utf8.startIndex {
      let before = text.utf8.index(before: end)
      guard text.utf8[before] == UInt8(ascii: "/"), before > text.utf8.startIndex else { break }
      end = before
    }
    self.text = String(text[..<end])
  }

  /// The path of `name` inside this folder.
  public func appending(_ name: String) -> JournalPath {
    JournalPath(text == "/" ? "/" + name : text + "/" + name)
  }

  /// The last name in the path.
  public var name: String {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text }
    return String(text[text.utf8.index(after: slash)...])
  }

  /// The folder the path is in; `.` for a bare name.
  public var folder: JournalPath {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return JournalPath(".") }
    return JournalPath(slash == text.utf8.startIndex ? "/" : String(text[..<slash]))
  }

  /// The path as given.
  public var description: String { text }
}
