import Support
import SwiftProtobuf
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Walking over the fields of a message")
struct FieldWalkTests {
  private func fields(_ bytes: [UInt8]) -> (fields: [FieldWalk.Field], isBroken: Bool) {
    var walk = FieldWalk(bytes.indices)
    var fields: [FieldWalk.Field] = []
    while let field = walk.next(in: bytes.span.bytes) { fields.append(field) }
    return (fields, walk.isBroken)
  }

  @Test("finds what the generated code wrote, field by field")
  func found() throws {
    var wrap = WireWrap()
    (wrap.epoch, wrap.recipient) = (3, 70_000)
    var family = WireRingFamily()
    (family.id, family.epoch) = (UInt64.max - 1, 3)
    family.wraps = [wrap, wrap]
    let (found, isBroken) = fields(wireBytes(family))
    #expect(!isBroken)
    #expect(found.map(\.number) == [1, 2, 3, 3])
    #expect(found[0].value == .number(UInt64.max - 1) && found[1].value == .number(3))
    guard case .bytes(let range) = found[2].value else { return #expect(Bool(false), "no bytes") }
    #expect(try WireWrap(serializedBytes: Array(wireBytes(family)[range])) == wrap)
    #expect(found.map(\.range.count).reduce(0, +) == wireBytes(family).count)
  }

  @Test("ends where the bytes are no message, and reads nothing beyond them", arguments: UInt64(0)..<300)
  func hostile(seed number: UInt64) {
    var seed = Seed(number)
    let bytes = seed.bytes(seed.below(60))
    let (found, isBroken) = fields(bytes)
    #expect(isBroken || found.last?.range.upperBound ?? 0 == bytes.count)
    #expect(found.allSatisfy { $0.range.upperBound <= bytes.count })
    _ = LooseEntry(bytes[...])
  }

  @Test("an entry's parts are those that the generated code reads", arguments: SampleFacts.groups.map(\.name))
  func loose(group: String) throws {
    for bytes in try GoldenRecordTests.written(group) {
      let wire = try WireEntry(serializedBytes: bytes)
      let outer = try WireOuter(serializedBytes: wire.outer)
      // As a slice, whose places do not begin at nought.
      let padded = [9, 9, 9] + bytes
      let found = try #require(LooseEntry(padded[3...]))
      #expect(Array(padded[found.outer]) == Array(wire.outer) && Array(padded[found.box]) == Array(wire.box))
      #expect(found.epoch == wire.vaultEpoch && found.stamp.rawValue == outer.stamp)
      #expect(Int(found.kind) == outer.kind.rawValue)
      #expect(found.family?.rawValue == (outer.hasFamily ? outer.family : nil))
      #expect(found.isUsual == (wire.vault == .usual && wire.encapsulatedKey.isEmpty))
    }
  }
}
