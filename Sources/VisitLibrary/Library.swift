public import VisitModel

/// What ships inside the program: words, lists and instruments.
///
/// Words and lists are read when the library is loaded; an instrument is read when it is asked for, since a start
/// needs one of them at most. Keep what ``instrument(_:)`` returns: it reads the file every time.
public struct Library: Sendable {
  /// What the program says.
  public let words: Words
  /// The lists a scheme picks from.
  public let lists: SchemeLists

  /// A library of given words and lists, for tests.
  public init(words: Words, lists: SchemeLists) {
    self.words = words
    self.lists = lists
  }

  /// Reads the embedded words and lists; throws where one of the files does not make sense.
  public static func load() throws(LibraryError) -> Library {
    let (words, lists, pathway) = ("languages/en.txt", "lists/scheme.txt", "lists/pathway.txt")
    return Library(
      words: try Words(parsing: EmbeddedFiles.bytes(of: words), file: words),
      lists: try ListsFile.read(EmbeddedFiles.bytes(of: lists), file: lists)
        .following(try PathwayFile.read(EmbeddedFiles.bytes(of: pathway), file: pathway)))
  }

  /// The ids of the instruments, in the order they are offered.
  public var instrumentIDs: [InstrumentID] {
    EmbeddedFiles.names.filter { $0.hasPrefix(instrumentFolder) && $0.hasSuffix(".json") }
      .map { InstrumentID(rawValue: String($0.dropFirst(instrumentFolder.count).dropLast(".json".count))) }
  }

  /// The instruments by name, without reading their questions and scores; throws where a file is no JSON.
  public func instruments() throws(LibraryError) -> [InstrumentName] {
    var names: [InstrumentName] = []
    for id in instrumentIDs {
      let file = fileName(of: id)
      names.append(try InstrumentFile.name(in: EmbeddedFiles.bytes(of: file), file: file))
    }
    return names
  }

  /// The instrument of that id, read from its file; throws where there is none, or where it does not make sense.
  public func instrument(_ id: InstrumentID) throws(LibraryError) -> Instrument {
    let file = fileName(of: id)
    return try InstrumentFile.read(EmbeddedFiles.bytes(of: file), file: file)
  }

  /// Reads an instrument's file from outside, such as one a scheme wrote; throws where it does not make sense.
  public static func instrument(reading bytes: [UInt8], file: String) throws(LibraryError) -> Instrument {
    try InstrumentFile.read(bytes, file: file)
  }

  /// Reads a file of lists from outside, such as one a scheme edited; throws the first line that does not make sense.
  public static func lists(reading bytes: [UInt8], file: String) throws(LibraryError) -> SchemeLists {
    try ListsFile.read(bytes, file: file)
  }

  /// Reads a table of the pathway from outside; throws the first line that does not make sense, or what is wrong with
  /// the table as a whole.
  public static func pathway(reading bytes: [UInt8], file: String) throws(LibraryError) -> Pathway {
    try PathwayFile.read(bytes, file: file)
  }

  /// The bytes of an embedded text below `Resources/`, such as `demo/families.txt`; throws where there is none.
  public static func bytes(of file: String) throws(LibraryError) -> [UInt8] {
    try EmbeddedFiles.bytes(of: file)
  }

  /// The paths of every embedded file, below `Resources/`.
  public static var files: [String] { EmbeddedFiles.names }

  private func fileName(of id: InstrumentID) -> String { "\(instrumentFolder)\(id).json" }
}

private let instrumentFolder = "instruments/"

/// An instrument's id and names, for lists to choose from.
public struct InstrumentName: Hashable, Sendable {
  /// The id.
  public let id: InstrumentID
  /// The version of its file.
  public let version: InstrumentVersion
  /// The name.
  public let title: LocalText
  /// A name of at most 16 characters.
  public let shortTitle: String?
  /// Whether a new scheme has it switched on.
  public let isOnByDefault: Bool
}
