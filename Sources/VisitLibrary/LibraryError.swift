/// What is wrong with one of the library's files, and where in it.
public struct LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, by its path below `Resources/` or as it was named on the command line.
  public let file: String
  /// The line, from 1; nil where the fault belongs to the file as a whole.
  public let line: Int?
  /// The column in that line, from 1; nil where the fault belongs to the line as a whole.
  public let column: Int?
  /// The place within the file's structure, such as `scores[0].missing`; empty at the top.
  public let place: String
  /// What is wrong, in English for whoever writes the file.
  public let problem: String

  init(file: String, line: Int? = nil, column: Int? = nil, place: String = "", problem: String) {
    self.file = file
    self.line = line
    self.column = column
    self.place = place
    self.problem = problem
  }

  /// File, line, column, place and problem on one line.
  public var description: String {
    let position = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(position): \(place.isEmpty ? "" : place + ": ")\(problem)"
  }
}
