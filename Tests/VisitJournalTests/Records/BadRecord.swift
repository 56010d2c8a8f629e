import FoundationEssentials
import Support
import Testing
import VisitModel

@testable import VisitJournal

/// An entry that is properly sealed but does not say what its kind has to say, and the error that names it.
struct BadRecord: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let error: RecordError
  private let make: @Sendable (inout WireOuter) -> [UInt8]

  /// The entry's bytes.
  func bytes(_ vaults: FixedVaults) throws -> [UInt8] {
    var outer = WireOuter()
    outer.id = 1
    outer.stamp = 1
    outer.author = 1
    outer.family = SampleFacts.family.rawValue
    outer.day = SampleFacts.day.daysSinceEpoch
    outer.episode = 1
    let box = make(&outer)
    let outerBytes = wireBytes(outer)
    var wire = WireEntry()
    wire.outer = Data(outerBytes)
    if let key = vaults.key(of: .family(SampleFacts.family), epoch: 0) {
      let context =
        Sealing.labelled("visitbook box 1", [LogID.random(.seeded(42)).bytes]) + outerBytes
      wire.box = Data(Sealing.seal(box, under: key, context: context, randomness: .seeded(2)))
    }
    return wireBytes(wire)
  }

  private init(
    _ problem: RecordError.Problem, _ field: String, _ make: @escaping @Sendable (inout WireOuter) -> [UInt8]
  ) {
    testDescription = "\(field): \(problem)"
    error = RecordError(problem, field)
    self.make = make
  }

  private static func visit(
    _ problem: RecordError.Problem, _ field: String,
    _ change: @escaping @Sendable (inout WireOuter, inout WireVisitBox) -> Void
  ) -> BadRecord {
    BadRecord(problem, field) { outer in
      outer.kind = .visitRecorded
      outer.outcome = .done
      outer.channel = .home
      var box = WireVisitBox()
      box.note = "A note."
      change(&outer, &box)
      return wireBytes(box)
    }
  }

  private static func family(
    _ problem: RecordError.Problem, _ field: String,
    _ change: @escaping @Sendable (inout WireFamilyBox) -> Void
  ) -> BadRecord {
    BadRecord(problem, field) { outer in
      outer.kind = .familyAdded
      var box = WireFamilyBox()
      box.number = 1
      box.people = [WirePerson()]
      box.people[0].number = 1
      box.people[0].role = .mother
      change(&box)
      return wireBytes(box)
    }
  }

  static let all: [BadRecord] = [
    visit(.missing, "outer.outcome") { outer, _ in outer.outcome = .unspecified },
    visit(.unknownValue(55), "outer.outcome") { outer, _ in outer.outcome = .UNRECOGNIZED(55) },
    visit(.missing, "outer.channel") { outer, _ in outer.channel = .unspecified },
    visit(.unknownValue(9), "outer.channel") { outer, _ in outer.channel = .UNRECOGNIZED(9) },
    visit(.missing, "outer.day") { outer, _ in outer.clearDay() },
    visit(.outOfRange, "outer.day") { outer, _ in outer.day = .max },
    visit(.missing, "outer.episode") { outer, _ in outer.clearEpisode() },
    visit(.missing, "outer.author") { outer, _ in outer.author = 0 },
    visit(.outOfRange, "visit.start") { _, box in box.start = 1_440 },
    visit(.missing, "attendance.person") { _, box in box.attendance = [WireAttendance()] },
    visit(.missing, "next.day") { _, box in box.next = WireNextVisit() },
    visit(.outOfRange, "follow_up.by") { _, box in box.followUp.by = .min },
    family(.missing, "family.number") { $0.number = 0 },
    family(.missing, "person.number") { $0.people[0].number = 0 },
    family(.unknownValue(12), "person.role") { $0.people[0].role = .UNRECOGNIZED(12) },
    family(.outOfRange, "person.born") { $0.people[0].born = 2_000_000_000 },
    BadRecord(.missing, "outer.kind") { _ in [] },
    BadRecord(.missing, "outer.stage") { outer in
      outer.kind = .episodeMoved
      return []
    },
    BadRecord(.missing, "outer.volunteers") { outer in
      outer.kind = .episodeMoved
      outer.stage = .matched
      return []
    },
    BadRecord(.missing, "reason") { outer in
      outer.kind = .episodeMoved
      outer.stage = .ended
      return []
    },
    BadRecord(.missing, "based_on") { outer in
      outer.kind = .visitRetracted
      outer.record = 5
      var box = WireRetractionBox()
      box.reason = "Twice."
      return wireBytes(box)
    },
    BadRecord(.notABox, "box") { outer in
      outer.kind = .familyAdded
      return [0xFF, 0xFF, 0xFF]
    },
  ]
}
