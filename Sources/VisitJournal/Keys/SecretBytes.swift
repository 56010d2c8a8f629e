internal import CSystem

/// A passphrase or a key in memory that stays out of the swap file and of core dumps, and is wiped when it goes.
///
/// It cannot be copied, so there is one place to wipe. What is decrypted with it lies in ordinary memory: a laptop
/// should also have its disk encrypted (the threat model says so).
public struct SecretBytes: ~Copyable, @unchecked Sendable {
  private let block: UnsafeMutableRawPointer
  private let capacity: Int
  /// How many bytes there are.
  public private(set) var count: Int
  /// Whether the system kept the memory out of the swap file; it grants each program only some.
  public let isLocked: Bool

  /// Room for `capacity` bytes, none of them used yet.
  public init(capacity: Int) {
    precondition(capacity >= 0, "a secret cannot have less than no bytes")
    var locked: Int32 = 0
    guard let block = visit_secret_allocate(capacity, &locked) else {
      preconditionFailure("there is no memory left for a key")
    }
    self.block = block
    self.capacity = capacity
    isLocked = locked != 0
    count = 0
  }

  /// A copy of `bytes`; the original is the caller's to wipe, see ``init(wiping:)``.
  public init(copying bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    for byte in bytes { append(byte) }
  }

  /// The bytes, wiped where they came from.
  public init(wiping bytes: inout [UInt8]) {
    self.init(copying: bytes)
    bytes.withUnsafeMutableBytes { raw in
      if let base = raw.baseAddress { visit_secret_wipe(base, raw.count) }
    }
    bytes = []
  }

  /// The UTF-8 of a text; the text itself cannot be wiped, so this is for texts that are no secret (the demo's).
  public init(text: String) {
    self.init(copying: Array(text.utf8))
  }

  deinit { visit_secret_free(block, capacity) }

  /// Adds one byte, as a key is pressed; false when there is no room for it.
  @discardableResult
  public mutating func append(_ byte: UInt8) -> Bool {
    guard count < capacity else { return false }
    block.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
    return true
  }

  /// Takes the last byte away, as the backspace key is pressed; nothing happens where there is none.
  public mutating func removeLast() {
    guard count > 0 else { return }
    count -= 1
    block.storeBytes(of: 0, toByteOffset: count, as: UInt8.self)
  }

  /// Lends the bytes to `body`, which must not keep them.
  public func withBytes<Answer, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try body(UnsafeRawBufferPointer(start: block, count: count))
  }

  /// Whether both hold the same bytes; takes the same time whatever they are.
  public func equals(_ other: borrowing SecretBytes) -> Bool {
    guard count == other.count else { return false }
    var difference: UInt8 = 0
    for index in 0..<count {
      difference |=
        block.load(fromByteOffset: index, as: UInt8.self)
        ^ other.block.load(fromByteOffset: index, as: UInt8.self)
    }
    return difference == 0
  }

  /// Another copy in protected memory of its own.
  public func copy() -> SecretBytes {
    var copy = SecretBytes(capacity: count)
    withBytes { bytes in
      for byte in bytes { copy.append(byte) }
    }
    return copy
  }
}

/// What the process can do for all its secrets at once.
public enum ProcessSecrecy {
  /// Switches core dumps off and forbids other programs of the account to look into this one. The program calls it first
  /// thing; false where the system refused, which is worth a warning and no more.
  public static func forbidCoreDumps() -> Bool {
    csystem_forbid_core_dumps() == 0
  }

  /// Takes the words of the command line off the lists of processes, which everybody on the computer may read: names and
  /// notes may stand in them. To be called once they were read.
  public static func hideArguments() { csystem_hide_arguments() }
}
