internal import Crypto
internal import VisitModel

/// Identities for the entries of one device: random to look at, and never the same twice.
///
/// An entry's number in its log never occurs twice, so it is sent through a keyed shuffling of all sixty-bit numbers (a
/// Feistel network of four rounds, after M. Luby and C. Rackoff, 1988): each number has its own identity, and nobody
/// without the key can tell which. Two devices shuffle differently; there, two entries meet as seldom as two random
/// numbers do.
struct RecordIDSource {
  private static let halfBits: UInt64 = 30
  private static let halfMask: UInt64 = 0x3FFF_FFFF
  private let key: SymmetricKey

  /// The identities of a device, from the key that only it has.
  init(device: Curve25519.Signing.PrivateKey) {
    key = Sealing.derived(
      from: SymmetricKey(data: device.rawRepresentation), purpose: "visitbook record ids 1")
  }

  /// The identity of the entry with this number in the device's log.
  func id(of number: Int) -> RecordID {
    var left = UInt64(truncatingIfNeeded: number) >> RecordIDSource.halfBits & RecordIDSource.halfMask
    var right = UInt64(truncatingIfNeeded: number) & RecordIDSource.halfMask
    for round in UInt8(0)..<4 { (left, right) = (right, left ^ shuffled(right, round)) }
    return RecordID(bits: left << RecordIDSource.halfBits | right)
  }

  private func shuffled(_ half: UInt64, _ round: UInt8) -> UInt64 {
    let code = HMAC<SHA256>.authenticationCode(for: Sealing.bytes(half) + [round], using: key)
    return code.prefix(4).reduce(0) { $0 << 8 | UInt64($1) } & RecordIDSource.halfMask
  }
}
