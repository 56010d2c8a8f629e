import Crypto
import FoundationEssentials
import Support
import VisitModel

@testable import VisitJournal

/// The keyring, the journal's identity, and codes that people type.
enum KeyDecoders {
  static let all = [
    Decoder(name: "keyring", attempt: keyring), Decoder(name: "identity", attempt: identity),
    Decoder(name: "code", attempt: code),
  ]

  private static let root = JournalPath("/journal")
  private static let journal = LogID([UInt8](repeating: 0xA0, count: 16)) ?? LogID.random(.seeded(1))

  private static func disk(_ path: JournalPath, _ bytes: [UInt8]) -> MemoryFileSystem {
    let disk = MemoryFileSystem()
    try? disk.makeFolder(root)
    try? disk.makeFolder(path.folder)
    try? disk.replaceAtomically(path, with: bytes)
    return disk
  }

  /// The bytes as the keyring's body, in a file whose lengths and checksum fit; and as the whole file.
  private static func keyring(_ bytes: [UInt8]) {
    read(bytes)
    var file = KeyringFile.magic + Sealing.bytes(KeyringFile.version) + Sealing.bytes(UInt32(bytes.count))
    file += bytes + [UInt8](repeating: 0, count: 32)
    file += Array(SHA256.hash(data: file))
    read(file)
  }

  private static func read(_ file: [UInt8]) {
    let path = Keyring.path(in: root)
    guard let parsed = try? KeyringFile(reading: file, path: path) else { return }
    let owner = LogID([UInt8](parsed.head.journal)) ?? journal
    guard
      let keyring = try? Keyring(
        reading: root, journal: owner, fileSystem: disk(path, file), randomness: .seeded(1))
    else { return }
    _ = keyring.publicPart
    for member in keyring.members.prefix(4) {
      guard let found = try? keyring.find(.number(member.number)) else { continue }
      // By code and by key alone: scrypt's cost is the passphrase's own test.
      _ = try? keyring.unlock(found, with: .recoveryCode(RecoveryCode(randomness: .seeded(2))))
      let seed = SecretBytes(text: String(repeating: "s", count: 32))
      _ = try? keyring.unlock(found, with: .sessionKey(seed))
    }
    _ = try? keyring.find(.name("Ines"))
    _ = try? keyring.find(nil)
  }

  private static func identity(_ bytes: [UInt8]) {
    let disk = disk(JournalLayout(root).identity, bytes)
    guard let found = try? JournalIdentity.read(root, disk) else { return }
    demand(found.bytes == bytes, "an identity reads as another")
  }

  private static func code(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let found = try? RecoveryCode(typed: text) else { return }
    demand((try? RecoveryCode(typed: found.description)) == found, "a code reads as another")
  }
}
