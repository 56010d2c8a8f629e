internal import Crypto
internal import SwiftProtobuf
internal import VisitModel

/// The unfinished forms of one member, each in a sealed file of its own: durable as they are typed.
///
/// A file is called `m<member>-<32 hexadecimal digits>.draft`; the digits are a keyed hash of what it is a draft of, so the
/// name says nothing, and the name is bound to the contents: a draft put in the place of another family's does not open.
public final class Drafts {
  private let folder: JournalPath
  private let quarantine: JournalPath
  private let fileSystem: any FileSystem
  private let environment: JournalEnvironment
  private let member: MemberNumber
  private let isReadOnly: Bool
  private let vault: SymmetricKey
  private let nameKey: SymmetricKey
  private let contextHead: [UInt8]
  private static let suffix = ".draft"

  init(
    layout: JournalLayout, fileSystem: any FileSystem, environment: JournalEnvironment, secret: MemberSecret,
    isReadOnly: Bool
  ) {
    folder = layout.drafts
    quarantine = layout.quarantine
    self.fileSystem = fileSystem
    self.environment = environment
    member = secret.number
    self.isReadOnly = isReadOnly
    vault = secret.vault
    nameKey = Sealing.derived(from: vault, purpose: "visitbook draft names 1")
    contextHead = Sealing.labelled(
      "visitbook draft 1", [secret.journal.bytes, Sealing.bytes(UInt32(clamping: secret.number.count))])
  }

  /// Saves a form as it stands, in place of its last draft; durable when it returns.
  ///
  /// - Throws: `readingOnly`, `disk`; then the draft before it is still there.
  @discardableResult
  public func save(_ key: DraftKey, fields: [DraftField]) throws(JournalError) -> DraftContents {
    guard !isReadOnly else { throw .readingOnly }
    let contents = DraftContents(
      key: key, savedAtMilliseconds: environment.nowMilliseconds(), fields: fields)
    let name = name(of: key)
    let sealed = Sealing.seal(
      wireBytes(WireDraft(contents)), under: vault, context: contextHead + Array(name.utf8),
      randomness: environment.randomness)
    do throws(DiskError) {
      try fileSystem.makeFolderIfMissing(folder)
      try fileSystem.replaceAtomically(folder.appending(name), with: sealed)
    } catch {
      throw .disk(error)
    }
    return contents
  }

  /// The draft of a form; nil where there is none. A damaged one is put aside and counts as none, see ``list()``.
  ///
  /// - Throws: `disk`.
  public func load(_ key: DraftKey) throws(JournalError) -> DraftContents? {
    let name = name(of: key)
    do throws(DiskError) {
      guard try fileSystem.exists(folder.appending(name)) else { return nil }
      if let contents = try open(name), contents.key == key { return contents }
      _ = putAside(name)
      return nil
    } catch {
      throw .disk(error)
    }
  }

  /// All drafts of this member, newest first. A file that will not open is put aside and named, never in the way.
  ///
  /// - Throws: `disk`.
  public func list() throws(JournalError) -> DraftList {
    var drafts: [DraftContents] = []
    var damaged: [JournalPath] = []
    do throws(DiskError) {
      guard try fileSystem.exists(folder) else { return DraftList(drafts: [], damaged: []) }
      for name in try fileSystem.list(folder)
      where name.hasPrefix("m\(member.count)-") && name.hasSuffix(Drafts.suffix) {
        if let contents = try open(name), self.name(of: contents.key) == name {
          drafts.append(contents)
        } else {
          damaged.append(putAside(name))
        }
      }
    } catch {
      throw .disk(error)
    }
    drafts.sort {
      ($0.savedAtMilliseconds, $1.key.form.rawValue) > ($1.savedAtMilliseconds, $0.key.form.rawValue)
    }
    return DraftList(drafts: drafts, damaged: damaged)
  }

  /// Removes a draft, because its form was saved or given up; durable when it returns. Nothing happens where there is
  /// none.
  ///
  /// - Throws: `readingOnly`, `disk`.
  public func remove(_ key: DraftKey) throws(JournalError) {
    guard !isReadOnly else { throw .readingOnly }
    let path = folder.appending(name(of: key))
    do throws(DiskError) {
      // The words of an interrupted save go with the draft.
      let leftover = folder.appending(path.name + ".tmp")
      var isChanged = false
      for path in [path, leftover] where try fileSystem.exists(path) {
        try fileSystem.remove(path)
        isChanged = true
      }
      if isChanged { try fileSystem.syncFolder(folder) }
    } catch {
      throw .disk(error)
    }
  }

  /// Removes every draft of this member about one of these families; durable when it returns. Returns how many there were.
  ///
  /// - Throws: `readingOnly`, `disk`.
  func remove(about families: Set<FamilyID>) throws(JournalError) -> Int {
    guard !isReadOnly else { throw .readingOnly }
    let gone = try list().drafts.map(\.key).filter { $0.family.map(families.contains) ?? false }
    for key in gone { try remove(key) }
    return gone.count
  }

  private func name(of key: DraftKey) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: key.bytes, using: nameKey)
    let digits = code.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "m\(member.count)-\(digits)\(Drafts.suffix)"
  }

  private func open(_ name: String) throws(DiskError) -> DraftContents? {
    let sealed = try fileSystem.readAll(folder.appending(name))
    guard let bytes = Sealing.open(sealed, under: vault, context: contextHead + Array(name.utf8)),
      let wire = try? WireDraft(serializedBytes: bytes)
    else { return nil }
    return wire.contents
  }

  /// Moves a file that will not open to quarantine, and says where it is now.
  private func putAside(_ name: String) -> JournalPath {
    let found = folder.appending(name)
    guard !isReadOnly else { return found }
    let aside = quarantine.appending("\(environment.nowMilliseconds())-\(name)")
    do throws(DiskError) {
      try fileSystem.makeFolderIfMissing(quarantine)
      try fileSystem.rename(found, to: aside)
      try fileSystem.syncFolder(quarantine)
      try fileSystem.syncFolder(folder)
      return aside
    } catch {
      return found
    }
  }
}
