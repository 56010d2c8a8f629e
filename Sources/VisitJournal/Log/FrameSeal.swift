internal import Crypto
internal import FoundationEssentials

/// Closes and opens the frames of one segment.
struct FrameSeal: Sendable {
  private let key: SymmetricKey
  /// Place, header and chain hash.
  private static let associatedByteCount = 40 + FrameHeader.byteCount + 32
  /// Journal id, device id and segment number: what every frame's associated data begins with.
  private let place: [UInt8]

  init(key: SegmentKey, header: SegmentHeader) {
    self.key = key.sealing
    var place = header.journalID.bytes + header.deviceID.bytes
    place.append(littleEndian: UInt64(header.number))
    self.place = place
  }

  /// Adds the frame with this header and body to `buffer` and returns its digest.
  ///
  /// `header` must carry its nonce; its body length is taken from `body`.
  func write(_ header: FrameHeader, body: [UInt8], chain: ChainHash, to buffer: inout [UInt8]) -> ChainHash {
    precondition(body.count <= FrameHeader.bodyBytesMax, "a frame's body has more than 1 MiB")
    var header = header
    header.bodyLength = body.count
    let head = header.bytes
    let isPlain = header.flags.contains(.plainBody)
    var associated = place + head + chain.bytes
    if isPlain { associated += body }
    let start = buffer.count
    buffer += head
    do {
      let box = try AES.GCM.seal(
        isPlain ? [] : body, using: key, nonce: AES.GCM.Nonce(data: header.nonce), authenticating: associated)
      if isPlain { buffer += body } else { buffer += box.ciphertext }
      buffer += box.tag
    } catch {
      preconditionFailure("AES-GCM refused a 12-byte nonce or a 32-byte key: \(error)")
    }
    let digest = FrameSeal.digest(of: buffer.span.bytes.extracting(start..<buffer.count))
    buffer.put(FrameHeader.checksum(buffer.span.bytes.extracting(start..<buffer.count)), at: start + 8)
    return digest
  }

  /// Adds a frame that takes the place of one with another body to `buffer`: its digest stays what it was.
  func write(
    _ header: FrameHeader, remainder: [UInt8], replacing digest: ChainHash, chain: ChainHash,
    to buffer: inout [UInt8]
  ) {
    var header = header
    header.kind = .trimmed
    header.bodyLength = FrameHeader.digestByteCount + remainder.count
    let start = buffer.count
    let head = header.bytes
    buffer += head
    digest.append(to: &buffer)
    do {
      let box = try AES.GCM.seal(
        remainder, using: key, nonce: AES.GCM.Nonce(data: header.nonce),
        authenticating: place + head + chain.bytes + digest.bytes)
      buffer += box.ciphertext
      buffer += box.tag
    } catch {
      preconditionFailure("AES-GCM refused a 12-byte nonce or a 32-byte key: \(error)")
    }
    buffer.put(FrameHeader.checksum(buffer.span.bytes.extracting(start..<buffer.count)), at: start + 8)
  }

  /// The body of the frame at `offset`, or `nil` when the key does not open it there.
  func open(_ segment: RawSpan, at offset: Int, _ header: FrameHeader, chain: ChainHash) -> [UInt8]? {
    let bodyStart = offset + FrameHeader.byteCount
    let bodyEnd = bodyStart + header.bodyLength
    var associated: [UInt8] = []
    associated.reserveCapacity(FrameSeal.associatedByteCount)
    associated += place
    associated.append(segment.extracting(offset..<bodyStart))
    associated.put(UInt32(0), at: place.count + 8)
    chain.append(to: &associated)
    do {
      if header.flags.contains(.plainBody) {
        let body = segment.copy(bodyStart..<bodyEnd)
        let box = try AES.GCM.SealedBox(
          nonce: AES.GCM.Nonce(data: segment.copy(offset + 28..<bodyStart)), ciphertext: [UInt8](),
          tag: segment.copy(bodyEnd..<bodyEnd + FrameHeader.tagByteCount))
        _ = try AES.GCM.open(box, using: key, authenticating: associated + body)
        return body
      }
      if header.kind == .trimmed {
        let text = bodyStart + FrameHeader.digestByteCount
        guard text <= bodyEnd else { return nil }
        let box = try AES.GCM.SealedBox(
          nonce: AES.GCM.Nonce(data: segment.copy(offset + 28..<bodyStart)),
          ciphertext: segment.copy(text..<bodyEnd),
          tag: segment.copy(bodyEnd..<bodyEnd + FrameHeader.tagByteCount))
        return [UInt8](
          try AES.GCM.open(box, using: key, authenticating: associated + segment.copy(bodyStart..<text)))
      }
      let combined = segment.extracting(offset + 28..<bodyEnd + FrameHeader.tagByteCount)
      let box = try combined.withUnsafeBytes { try AES.GCM.SealedBox(combined: Data($0)) }
      return [UInt8](try AES.GCM.open(box, using: key, authenticating: associated))
    } catch {
      return nil
    }
  }

  /// SHA-256 of a whole frame with its checksum taken as zero.
  static func digest(of frame: RawSpan) -> ChainHash {
    var hasher = SHA256()
    frame.extracting(0..<8).withUnsafeBytes { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: UInt32(0)) { hasher.update(bufferPointer: $0) }
    frame.extracting(12..<frame.byteCount).withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return ChainHash(hasher.finalize())
  }
}
