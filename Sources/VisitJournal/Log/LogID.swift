/// Sixteen random bytes that name a journal or a device.
public struct LogID: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// The id with these sixteen bytes; `nil` for any other count.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        halves.0 = halves.0 << 8 | UInt64(byte)
      } else {
        halves.1 = halves.1 << 8 | UInt64(byte)
      }
    }
    high = halves.0
    low = halves.1
  }

  /// A new id from `randomness`.
  public static func random(_ randomness: Randomness) -> LogID {
    guard let id = LogID(randomness.fill(16)) else {
      preconditionFailure("a source of randomness returned another count of bytes than asked")
    }
    return id
  }

  /// The id written as 32 hexadecimal digits; `nil` for anything else.
  public init?(hex: String) {
    guard hex.utf8.count == 32, hex.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
      return nil
    }
    guard let high = UInt64(hex.prefix(16), radix: 16), let low = UInt64(hex.suffix(16), radix: 16) else {
      return nil
    }
    self.high = high
    self.low = low
  }

  /// The sixteen bytes.
  public var bytes: [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }

  /// 32 small hexadecimal digits: safe as a file name.
  public var hex: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The hexadecimal form.
  public var description: String { hex }
}
