internal import VisitModel

/// Where the parts of an entry lie in its bytes, and what its outer part says of kind, time and family; nothing is read
/// that is not needed to open the box and to put the entry with those of its family.
struct LooseEntry {
  /// The fields of `Entry` and `Outer` that are looked for (`records.proto`).
  private enum FieldNumber {
    static let (outer, box, vault, vaultEpoch, encapsulatedKey) = (1, 2, 3, 4, 5)
    static let (kind, stamp, family) = (2, 3, 5)
  }

  private(set) var outer = 0..<0
  private(set) var box = 0..<0
  private(set) var epoch: UInt32 = 0
  /// Whether the box is closed under the vault of the family, or of every member.
  private(set) var isUsual = true
  private(set) var kind: UInt8 = 0
  private(set) var stamp = Stamp(rawValue: 0)
  private(set) var family: FamilyID?

  /// The parts of an entry; nil where the bytes are none.
  init?(_ bytes: ArraySlice<UInt8>) {
    let isSound = bytes.withUnsafeBytes { raw in
      let span = raw.bytes
      var walk = FieldWalk(0..<raw.count)
      while let field = walk.next(in: span) {
        switch (field.number, field.value) {
        case (FieldNumber.outer, .bytes(let range)): outer = range
        case (FieldNumber.box, .bytes(let range)): box = range
        case (FieldNumber.vault, .number(let vault)): isUsual = isUsual && vault == 0
        case (FieldNumber.vaultEpoch, .number(let number)): epoch = UInt32(truncatingIfNeeded: number)
        case (FieldNumber.encapsulatedKey, .bytes(let key)): isUsual = isUsual && key.isEmpty
        default: continue
        }
      }
      var inner = FieldWalk(outer)
      while let field = inner.next(in: span) {
        switch (field.number, field.value) {
        case (FieldNumber.kind, .number(let number)): kind = UInt8(exactly: number) ?? 0
        case (FieldNumber.stamp, .number(let number)): stamp = Stamp(rawValue: number)
        case (FieldNumber.family, .number(let number)): family = FamilyID(rawValue: number)
        default: continue
        }
      }
      return !walk.isBroken && !inner.isBroken
    }
    guard isSound else { return nil }
    // The ranges of a slice count from its own beginning.
    outer = outer.lowerBound + bytes.startIndex..<outer.upperBound + bytes.startIndex
    box = box.lowerBound + bytes.startIndex..<box.upperBound + bytes.startIndex
  }
}
