import Glibc
import Synchronization

/// A folder that one test works in and that goes away with it.
final class Workspace: Sendable {
  private let root: String
  private let count = Mutex(0)

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var name = Array("\(parent)/visitbook-test-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw WorkspaceFailure(what: "mkdtemp", number: errno) }
    root = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Workspace.remove(root) }

  /// The full path of a name in the folder.
  func path(_ name: String) -> String { name.isEmpty ? root : root + "/" + name }

  /// A name that has not been given out yet.
  func fresh(_ kind: String) -> String {
    count.withLock {
      $0 += 1
      return ".\(kind)-\($0)"
    }
  }

  /// All bytes of a file.
  func read(_ name: String) throws -> [UInt8] {
    guard let file = fopen(path(name), "r") else {
      throw WorkspaceFailure(what: "open \(name)", number: errno)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let length = fread(&buffer, 1, buffer.count, file)
      if length == 0 { return bytes }
      bytes += buffer[..<length]
    }
  }

  /// A file as text.
  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// Puts bytes in a file.
  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen(path(name), "w") else {
      throw WorkspaceFailure(what: "write \(name)", number: errno)
    }
    defer { fclose(file) }
    _ = fwrite(bytes, 1, bytes.count, file)
  }

  /// Puts text in a file.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Every file below a folder, by its name from there.
  func files(below name: String) -> [String] { Workspace.names(in: path(name)).sorted() }

  /// Copies another folder, with all that is in it, to a name here.
  func copy(_ folder: String, to name: String) throws {
    mkdir(path(name), 0o700)
    for file in Workspace.names(in: folder) {
      let parts = file.split(separator: "/").dropLast()
      for end in parts.indices { mkdir(path(name) + "/" + parts[...end].joined(separator: "/"), 0o700) }
      let from = open("\(folder)/\(file)", O_RDONLY)
      let to = open("\(path(name))/\(file)", O_WRONLY | O_CREAT, 0o600)
      defer {
        close(from)
        close(to)
      }
      guard from >= 0, to >= 0 else { throw WorkspaceFailure(what: "copy \(file)", number: errno) }
      while true {
        let length = sendfile(to, from, nil, 1 << 20)
        if length < 0 { throw WorkspaceFailure(what: "copy \(file)", number: errno) }
        if length == 0 { break }
      }
    }
    for folderName in Workspace.folders(in: folder) { mkdir("\(path(name))/\(folderName)", 0o700) }
  }

  private static func names(in folder: String) -> [String] { entries(in: folder).files }
  private static func folders(in folder: String) -> [String] { entries(in: folder).folders }

  private static func entries(in folder: String) -> (files: [String], folders: [String]) {
    guard let stream = opendir(folder) else { return ([], []) }
    defer { closedir(stream) }
    var found: (files: [String], folders: [String]) = ([], [])
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      guard Int32(entry.pointee.d_type) == Int32(DT_DIR) else {
        found.files.append(name)
        continue
      }
      let below = entries(in: folder + "/" + name)
      found.folders.append(name)
      found.folders += below.folders.map { name + "/" + $0 }
      found.files += below.files.map { name + "/" + $0 }
    }
    return found
  }

  private static func remove(_ folder: String) {
    let found = entries(in: folder)
    for file in found.files { unlink(folder + "/" + file) }
    for name in found.folders.sorted().reversed() { rmdir(folder + "/" + name) }
    rmdir(folder)
  }
}

/// A system call of the tests themselves that did not work.
struct WorkspaceFailure: Error {
  let what: String
  let number: Int32
}
