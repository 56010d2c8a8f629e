internal import Glibc
internal import VisitReports

/// Where the files of an export go: a folder of their own, or a name for the table with its description beside it.
struct ExportPlace {
  private let folder: String
  private let tableName: String?
  private let files: Files

  /// The place that was named; a name that ends in `.csv` is the table's own.
  init(_ path: String, files: Files) {
    self.files = files
    var plain = path[...]
    while plain.count > 1, plain.last == "/" { plain.removeLast() }
    guard plain.lowercased().hasSuffix(".csv") else {
      folder = String(plain)
      tableName = nil
      return
    }
    let slash = plain.lastIndex(of: "/")
    tableName = String(slash.map { plain[plain.index(after: $0)...] } ?? plain)
    folder = slash.map { $0 == plain.startIndex ? "/" : String(plain[..<$0]) } ?? "."
  }

  /// Where a file of the export goes.
  func path(of file: ExportFile) -> String { folder + "/" + name(of: file) }

  /// Writes every file, or none where one of them is there already.
  func write(_ made: [ExportFile], replacing: Bool) throws(Failure) {
    if tableName == nil, mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw Failure(
        .cannotCreate,
        files.words("file.cannotCreate", ["file": folder, "why": files.words.systemError(errno)]))
    }
    try check(made, replacing: replacing)
    let table = made.first { $0.name.hasSuffix(".csv") }?.name ?? ""
    for file in made {
      try files.write(bytes(of: file, naming: table), to: path(of: file), replacing: replacing)
    }
  }

  /// Refuses to write over what is there, before anything is done.
  func check(_ made: [ExportFile], replacing: Bool) throws(Failure) {
    guard !replacing else { return }
    for file in made where access(path(of: file), F_OK) == 0 {
      throw Failure(.cannotCreate, files.words("file.exists", ["file": path(of: file)]))
    }
  }

  private func name(of file: ExportFile) -> String {
    file.name.hasSuffix(".csv") ? tableName ?? file.name : file.name
  }

  /// The description names the table; under another name it has to name that one.
  private func bytes(of file: ExportFile, naming table: String) -> [UInt8] {
    guard let tableName, file.name.hasSuffix(".json") else { return file.bytes }
    let text = String(decoding: file.bytes, as: UTF8.self)
    return Array(
      text.replacing("\"\(table)\"", with: JSONWriter.text(.string(tableName), pretty: false)).utf8)
  }
}
