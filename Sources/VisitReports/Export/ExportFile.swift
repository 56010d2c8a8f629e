/// One file that an export makes.
public struct ExportFile: Hashable, Sendable {
  /// The file's name, without a folder.
  public let name: String
  /// What is in it.
  public let bytes: [UInt8]

  /// A file by its name and content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
