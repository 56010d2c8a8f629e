internal import Crypto

/// A SHA-256 value in the chain over a log's frames.
///
/// `chain(k) = SHA-256(chain(k-1) || SHA-256(frame k))`: over digests and not over frames, so that a frame can later be
/// replaced by a stub that carries its digest without breaking what follows.
public struct ChainHash: Hashable, Sendable, CustomStringConvertible {
  private var words: Words

  private struct Words: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  /// The hash before the first frame of a log: 32 zero bytes.
  public static let zero = ChainHash(words: Words())

  private init(words: Words) {
    self.words = words
  }

  /// The hash with these 32 bytes; `nil` for any other count.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init(words: Words())
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
  }

  init(_ digest: SHA256.Digest) {
    self.init(words: Words())
    withUnsafeMutableBytes(of: &words) { target in
      digest.withUnsafeBytes { target.copyMemory(from: $0) }
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// Adds the 32 bytes to `buffer`.
  func append(to buffer: inout [UInt8]) {
    withUnsafeBytes(of: words) { buffer.append(contentsOf: $0) }
  }

  /// 64 hexadecimal digits.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The chain with a frame of this digest behind it.
  func extended(by digest: ChainHash) -> ChainHash {
    var hasher = SHA256()
    withUnsafeBytes(of: words) { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: digest.words) { hasher.update(bufferPointer: $0) }
    return ChainHash(hasher.finalize())
  }
}
