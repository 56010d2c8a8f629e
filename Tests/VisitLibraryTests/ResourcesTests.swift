import FoundationEssentials
import Testing
import VisitLibrary

@Suite("everything in Resources/ ships inside the program")
struct ResourcesTests {
  static func resources(from here: String = #filePath) -> String {
    "/" + here.split(separator: "/").dropLast(3).joined(separator: "/") + "/Resources/"
  }

  static func filesOnDisk() throws -> [String] {
    let root = resources()
    var files: [String] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder = false
      if FileManager.default.fileExists(atPath: root + name, isDirectory: &isFolder), !isFolder {
        files.append(name)
      }
    }
    return files.sorted()
  }

  @Test("the table in Sources/CResources names every file, and no file that is gone")
  func table() throws {
    let onDisk = try ResourcesTests.filesOnDisk()
    #expect(!onDisk.isEmpty)
    #expect(Library.files.sorted() == onDisk)
  }

  @Test("an embedded file is the file on disk, byte for byte")
  func bytes() throws {
    for name in Library.files {
      let onDisk = [UInt8](try Data(contentsOf: URL(filePath: ResourcesTests.resources() + name)))
      #expect(try Library.bytes(of: name) == onDisk, "\(name)")
    }
  }

  @Test("a file that is not embedded is named in the error")
  func absent() {
    #expect { try Library.bytes(of: "lists/none.txt") } throws: {
      ($0 as? LibraryError)?.file == "lists/none.txt"
    }
  }
}
