/// How much work one try of a passphrase costs: the logarithm of scrypt's N, with r = 8 and p = 1.
///
/// OWASP's password storage advice names N = 2^17 as the least (128 MiB and about half a second a try on a laptop of
/// 2026). The cost stands in the keyring beside each lock, so that it can rise with the years.
public struct KeyCost: Hashable, Sendable {
  /// The logarithm of scrypt's N.
  let exponent: Int
  /// Whether a journal on a real disk may be made with it.
  let isForDisk: Bool

  private init(exponent: Int, isForDisk: Bool) {
    self.exponent = exponent
    self.isForDisk = isForDisk
  }

  /// What the program uses: N = 2^17.
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
