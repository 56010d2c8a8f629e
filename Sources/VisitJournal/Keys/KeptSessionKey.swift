internal import CSystem
internal import Glibc
public import VisitModel

/// A member's session key in the kernel's keyring: the programs of the same login find it there for a quarter of an
/// hour after the last use, and then it is gone by itself.
///
/// The kernel keeps it out of files and of the swap file. Its description names the journal by its code and nobody.
public struct KeptSessionKey: Sendable {
  /// Why the kernel keeps no key; containers often forbid these calls altogether.
  public struct Refusal: Error, Hashable, Sendable {
    /// The system's error number.
    public let number: Int32
  }

  /// A key that was found.
  public struct Found: ~Copyable {
    /// Whose it is.
    public let member: MemberNumber
    /// The key, for ``JournalSecret/sessionKey(_:)``.
    public let key: SecretBytes
  }

  /// For how many minutes after its last use a key is kept.
  public static let minutes = 15
  private static let seconds = UInt32(60 * minutes)
  private static let numberByteCount = 4
  private static let byteCount = numberByteCount + MemberSecret.seedByteCount

  private let description: String

  /// The place of the key to the journal with this code.
  public init(journal code: String) {
    description = "visitbook:" + code
  }

  /// Keeps a member's session key, in place of any that was kept for this journal.
  ///
  /// - Throws: what the kernel said where it keeps none.
  public func keep(_ key: borrowing SecretBytes, of member: MemberNumber) throws(Refusal) {
    var bytes = SecretBytes(capacity: KeptSessionKey.byteCount)
    for byte in Sealing.bytes(UInt32(clamping: member.count)) { bytes.append(byte) }
    key.withBytes { for byte in $0 { bytes.append(byte) } }
    let answer = bytes.withBytes {
      visit_kept_key_put(description, $0.baseAddress, $0.count, KeptSessionKey.seconds)
    }
    if answer < 0 { throw Refusal(number: -answer) }
  }

  /// The key that is kept, for another quarter of an hour from now; nil where there is none, or no such keeping.
  public func find() -> Found? {
    withUnsafeTemporaryAllocation(byteCount: KeptSessionKey.byteCount, alignment: 8) { block in
      guard let base = block.baseAddress else { return nil }
      defer { visit_secret_wipe(base, block.count) }
      let count = visit_kept_key_get(description, base, block.count, KeptSessionKey.seconds)
      guard Int(count) == KeptSessionKey.byteCount else { return nil }
      let number = (0..<KeptSessionKey.numberByteCount).reduce(0) { $0 | Int(block[$1]) << (8 * $1) }
      return Found(
        member: MemberNumber(number), key: SecretBytes(copying: block[KeptSessionKey.numberByteCount...]))
    }
  }

  /// Forgets the key at once; false where none was kept.
  ///
  /// - Throws: what the kernel said where it keeps one and does not let it go.
  @discardableResult
  public func forget() throws(Refusal) -> Bool {
    let answer = visit_kept_key_drop(description)
    switch -answer {
    case 0: return true
    case ENOKEY, EKEYEXPIRED, EKEYREVOKED, ENOSYS, EPERM: return false
    case let number: throw Refusal(number: number)
    }
  }
}
