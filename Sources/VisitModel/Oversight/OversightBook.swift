/// What was done with the records themselves, as far as it matters for what may be done next.
public struct OversightBook: Hashable, Sendable {
  /// Families that were erased, by their random identity.
  public private(set) var erasures: [FamilyID: Noted<FamilyErasure>] = [:]
  /// The numbers of families that were erased, by their random identity.
  public private(set) var numbers: [FamilyID: KeptNumbers] = [:]
  /// Exports that were noted, in their order.
  public private(set) var exports: [Noted<ExportNote>] = []
  private var holds: [FamilyID: LegalHold] = [:]
  private var openings: Set<Opening> = []

  private struct Opening: Hashable {
    let family: FamilyID
    let member: MemberNumber
    let day: Day
  }

  /// Nothing yet.
  init() {}

  /// The hold on a family; nil where there is none.
  public func hold(on family: FamilyID) -> LegalHold? { holds[family] }

  /// Whether a member said on a day why they open a family.
  public func wasOpened(_ family: FamilyID, by member: MemberNumber, on day: Day) -> Bool {
    openings.contains(Opening(family: family, member: member, day: day))
  }

  /// The erasure of the family of that number; nil where it was not erased.
  public func erasure(of number: FamilyNumber) -> Noted<FamilyErasure>? {
    erasures.values.first { $0.what.number == number }
  }

  /// Takes in one more entry.
  mutating func take(_ fact: OversightFact, _ kept: KeptEntry) {
    switch fact {
    case .familyOpened(let opening):
      openings.insert(Opening(family: opening.family, member: kept.entry.author, day: opening.day))
    case .holdSet(let family, let hold): holds[family] = hold
    case .holdLifted(let family, _, _): holds[family] = nil
    case .familyErased(let erasure):
      erasures[erasure.family] = Noted(kept, erasure)
      holds[erasure.family] = nil
      openings = openings.filter { $0.family != erasure.family }
    case .numbersKept(let numbers): self.numbers[numbers.family] = numbers
    case .exportMade(let export): exports.append(Noted(kept, export))
    case .accessGranted, .accessWithdrawn, .accessPackMade: break
    }
  }
}

/// Something that was put down, with who did so and when.
public struct Noted<What: Hashable & Sendable>: Hashable, Sendable {
  /// What.
  public let what: What
  /// Who.
  public let author: MemberNumber
  /// When.
  public let stamp: Stamp

  init(_ kept: KeptEntry, _ what: What) {
    self.what = what
    author = kept.entry.author
    stamp = kept.entry.stamp
  }
}
