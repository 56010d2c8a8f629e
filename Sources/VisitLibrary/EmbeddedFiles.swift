// The files of `Resources/`, which the C target embeds in the program.

import CResources

/// The embedded files, by their paths below `Resources/`.
enum EmbeddedFiles {
  /// The paths, in the order of the table.
  static var names: [String] { all.map(\.name) }

  /// The bytes of a file.
  static func bytes(of name: String) throws(LibraryError) -> [UInt8] {
    guard let file = all.first(where: { $0.name == name }) else {
      throw LibraryError(file: name, problem: "not among the embedded files")
    }
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  private static var all: [(name: String, bytes: UnsafePointer<UInt8>?, count: Int)] {
    (0..<visit_resource_count()).map { place in
      let file = visit_resource_at(place)
      return (name: file.name.map { String(cString: $0) } ?? "", bytes: file.bytes, count: file.count)
    }
  }
}
