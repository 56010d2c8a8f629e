/// Where random bytes come from: handed in, so that a test can replay a run from its seed.
public struct Randomness: Sendable {
  /// Returns as many random bytes as asked.
  public let fill: @Sendable (_ count: Int) -> [UInt8]

  /// Makes a source of `fill`.
  public init(fill: @escaping @Sendable (_ count: Int) -> [UInt8]) {
    self.fill = fill
  }

  /// The kernel's generator.
  public static let system = Randomness { count in
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
