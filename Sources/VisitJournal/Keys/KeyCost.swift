internal import Crypto
internal import CryptoExtras
internal import Glibc

/// How much work one try of a passphrase costs: the logarithm of scrypt's N, with r = 8 and p = 1.
///
/// OWASP's password storage advice names N = 2^17 as the least (128 MiB and about half a second a try on a laptop of
/// 2026). The cost stands in the keyring beside each lock, so that it can rise with the years.
public struct KeyCost: Hashable, Sendable {
  /// The logarithm of scrypt's N.
  let exponent: Int
  /// Whether a journal on a real disk may be made with it.
  let isForDisk: Bool

  init(exponent: Int, isForDisk: Bool) {
    self.exponent = exponent
    self.isForDisk = isForDisk
  }

  /// The least that the program uses: N = 2^17.
  public static let standard = KeyCost(exponent: 17, isForDisk: true)

  /// Next to nothing, for invented schemes that never leave memory. A journal on a real disk refuses it.
  public static let rehearsal = KeyCost(exponent: 4, isForDisk: false)

  /// Next to nothing, on a real disk: for the tests of this package alone.
  package static let testOnDisk = KeyCost(exponent: 4, isForDisk: true)

  /// The least and the greatest exponent that a keyring may state: beyond it (1 GiB), unlocking would
  /// only exhaust the memory.
  static let accepted = 1...20

  var rounds: Int { 1 << exponent }
}

// MARK: A machine's own cost

extension KeyCost {
  /// What a try may take of somebody's patience: the time that the least cost takes an ordinary laptop.
  static let secondsMax = 0.6
  /// The greatest that is chosen: 512 MiB a try, which an older laptop that the journal is moved to has as well.
  private static let chosenMax = 19
  /// One try may take a sixteenth of the memory.
  private static let memoryShare: UInt64 = 16
  /// What the measuring is done with: a quarter of the least cost.
  private static let measuredExponent = 15

  /// The cost of new locks on this machine, measured: the least, or more where the machine is fast. Takes about a third of
  /// a second.
  public static func ofThisMachine() -> KeyCost {
    let tries = (0..<2).map { _ in ContinuousClock().measure { attempt() } }
    let memory = UInt64(max(0, sysconf(Int32(_SC_PHYS_PAGES)))) * UInt64(max(0, sysconf(Int32(_SC_PAGESIZE))))
    return chosen(taking: tries.min() ?? .seconds(1), memoryBytes: memory)
  }

  /// The cost for a machine of so much memory that takes so long for a quarter of the least one; never less than that.
  static func chosen(taking quarter: Duration, memoryBytes: UInt64) -> KeyCost {
    let seconds = quarter / .seconds(1)
    let exponent = (standard.exponent...chosenMax).last { exponent in
      let isQuick = seconds * Double(1 << (exponent - measuredExponent)) <= secondsMax
      // scrypt takes 128 * r bytes for each of the N rounds.
      return isQuick && memoryShare << (exponent + 10) <= memoryBytes
    }
    return exponent.map { KeyCost(exponent: $0, isForDisk: true) } ?? standard
  }

  private static func attempt() {
    _ = try? KDF.Scrypt.deriveKey(
      from: [UInt8](repeating: 1, count: 16), salt: [UInt8](repeating: 2, count: 16), outputByteCount: 32,
      rounds: 1 << measuredExponent, blockSize: 8, parallelism: 1)
  }

  /// The greater of this cost and the one that a lock has already.
  func orMore(than lock: WireLock) -> KeyCost {
    let old = Int(lock.cost)
    return old > exponent && KeyCost.accepted.contains(old)
      ? KeyCost(exponent: old, isForDisk: isForDisk) : self
  }
}
