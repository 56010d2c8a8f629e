internal import FoundationEssentials
internal import SwiftProtobuf
internal import VisitModel

/// The families of a keyring as they lie in its bytes: each is read when somebody asks for it.
///
/// A book with the keys of ten thousands of families is most of the time opened for one of them.
struct RingFamilies: Sendable {
  private struct Slot {
    let id: UInt64
    /// Where the family stands in the ring.
    let place: Int
    /// Where it lies in the bytes.
    let range: Range<Int>
  }

  /// The fields of `Keyring`, `RingFamily` and `Wrap` that are looked for (`records.proto`).
  private enum FieldNumber {
    static let families = 7
    static let (id, epoch, wraps) = (1, 2, 3)
    static let (wrapEpoch, wrapRecipient) = (2, 3)
  }

  private let bytes: [UInt8]
  /// By identity; of two with one identity the later last.
  private let lateSlots: Late<[Slot]>
  private var slots: [Slot] { lateSlots.value }

  /// No families.
  init() {
    bytes = []
    lateSlots = Late([])
  }

  /// The families in a part of some bytes that is a `Keyring`, and the bytes of everything else in it; nil where it is no
  /// message. Who they are is found out when one is asked for.
  init?(of bytes: [UInt8], _ ring: Range<Int>, rest: inout [UInt8]) {
    var families: [Range<Int>] = []
    var walk = FieldWalk(ring)
    let span = bytes.span.bytes
    while let field = walk.next(in: span) {
      if field.number == FieldNumber.families, case .bytes(let range) = field.value {
        families.append(range)
      } else {
        rest += bytes[field.range]
      }
    }
    guard !walk.isBroken else { return nil }
    self.bytes = bytes
    lateSlots = Late(making: { [families] in RingFamilies.slots(families, in: bytes) })
  }

  /// The families in these ranges by identity. One that is no message is left out: no member wrote it.
  private static func slots(_ families: [Range<Int>], in bytes: [UInt8]) -> [Slot] {
    let span = bytes.span.bytes
    var slots: [Slot] = []
    slots.reserveCapacity(families.count)
    for (place, range) in families.enumerated() {
      if let id = id(range, in: span) { slots.append(Slot(id: id, place: place, range: range)) }
    }
    // As programs write them since they are written in this order.
    let isInOrder = zip(slots, slots.dropFirst()).allSatisfy { $0.id <= $1.id }
    return isInOrder ? slots : slots.sorted { $0.id != $1.id ? $0.id < $1.id : $0.place < $1.place }
  }

  private static func id(_ family: Range<Int>, in span: RawSpan) -> UInt64? {
    var walk = FieldWalk(family)
    var id: UInt64 = 0
    while let field = walk.next(in: span) {
      if field.number == FieldNumber.id, case .number(let number) = field.value { id = number }
    }
    return walk.isBroken ? nil : id
  }

  /// A family's wraps; nil where there is none of that identity.
  subscript(id: FamilyID) -> WireRingFamily? {
    slot(id).flatMap { try? WireRingFamily(serializedBytes: Array(bytes[$0.range])) }
  }

  /// Where a family stands in the ring.
  func place(of id: FamilyID) -> Int? { slot(id)?.place }

  /// The families of which a key in use is wrapped for a member.
  func granted(to member: MemberNumber) -> Set<FamilyID> {
    var granted: Set<FamilyID> = []
    let span = bytes.span.bytes
    for slot in slots {
      var (inUse, wrapped): (UInt32, [UInt32]) = (0, [])
      forEachKey(of: slot, in: span) { kind, epoch in
        switch kind {
        case .inUse: inUse = epoch
        case .wrapped(let recipient): if recipient == member.count { wrapped.append(epoch) }
        }
      }
      if wrapped.contains(inUse) { granted.insert(FamilyID(rawValue: slot.id)) }
    }
    return granted
  }

  /// For each of some families, in ascending order, which keys are wrapped for one member, or for the office where that is
  /// asked for: numbers to be digested.
  func reach(of families: some Sequence<FamilyID>, for member: MemberNumber, withOffice: Bool) -> [UInt8] {
    var reach: [UInt8] = []
    let span = bytes.span.bytes
    let slots = slots
    var next = slots.startIndex
    for id in families {
      reach.append(littleEndian: id.rawValue)
      while next < slots.endIndex, slots[next].id < id.rawValue { next += 1 }
      guard next < slots.endIndex, slots[next].id == id.rawValue else {
        reach.append(littleEndian: UInt64.max)
        continue
      }
      forEachKey(of: slots[next], in: span) { kind, epoch in
        switch kind {
        case .inUse: reach.append(littleEndian: epoch << 2)
        case .wrapped(let recipient) where recipient == 0 && withOffice:
          reach.append(littleEndian: epoch << 2 | 1)
        case .wrapped(let recipient) where recipient == member.count:
          reach.append(littleEndian: epoch << 2 | 2)
        case .wrapped: break
        }
      }
    }
    return reach
  }

  /// What a number says of a family's keys.
  private enum Key {
    /// The epoch of the key in use, which is 0 where nothing says it.
    case inUse
    /// The epoch of one that is wrapped for a member, or for the office where the number is 0.
    case wrapped(for: Int)
  }

  /// Tells the epochs of a family's keys, in the order in which they stand.
  private func forEachKey(of slot: Slot, in span: RawSpan, _ body: (Key, UInt32) -> Void) {
    var walk = FieldWalk(slot.range)
    while let field = walk.next(in: span) {
      switch (field.number, field.value) {
      case (FieldNumber.epoch, .number(let number)): body(.inUse, UInt32(truncatingIfNeeded: number))
      case (FieldNumber.wraps, .bytes(let range)):
        var (epoch, recipient): (UInt64, UInt64) = (0, 0)
        var inner = FieldWalk(range)
        while let field = inner.next(in: span) {
          guard case .number(let number) = field.value else { continue }
          if field.number == FieldNumber.wrapEpoch { epoch = number }
          if field.number == FieldNumber.wrapRecipient { recipient = number }
        }
        body(.wrapped(for: Int(truncatingIfNeeded: recipient)), UInt32(truncatingIfNeeded: epoch))
      default: continue
      }
    }
  }

  private func slot(_ id: FamilyID) -> Slot? {
    let slots = slots
    var (low, high) = (0, slots.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].id <= id.rawValue { low = middle + 1 } else { high = middle }
    }
    return low > 0 && slots[low - 1].id == id.rawValue ? slots[low - 1] : nil
  }
}
