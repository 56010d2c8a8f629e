import Testing
import VisitModel

@Suite("whatever anybody does on whichever laptop, the records add up to one caseload that the rules allow")
struct AnyCommandTests {
  /// A laptop: what it has seen, and what was recorded on it alone.
  struct Laptop {
    private(set) var caseload: Caseload
    private(set) var own: [KeptEntry] = []
    let name: UInt64

    init(_ entries: [KeptEntry], name: UInt64) {
      caseload = AnyCommandTests.fold(entries)
      self.name = name
    }

    mutating func record(_ facts: [Fact], at time: inout UInt64) {
      for fact in facts {
        time += 1
        let entry = Entry(
          id: RecordID(bits: time &* 0x9E37_79B9_7F4A_7C15), stamp: Stamp(rawValue: time << 4 | name),
          author: MemberNumber(1), fact: fact)
        let kept = KeptEntry(entry: entry, number: EntryNumber(Int(time)))
        own.append(kept)
        caseload.apply(kept)
      }
    }
  }

  /// Two laptops over some weeks: apart for a while, then together, and so on.
  struct Weeks {
    private(set) var common: [KeptEntry] = []
    private(set) var refused = 0
    private(set) var done = 0
    private var giver: Giver
    private var time: UInt64 = 1

    init(seed: UInt64) {
      giver = Giver(
        now: Moment(Desk.today, TimeOfDay(minutesAfterMidnight: 600) ?? .midnight), draw: Draw(seed: seed))
      var first = Laptop([], name: 0)
      first.record([.schemeSet(Scheme(name: "Ash")), .memberJoined(Giver.member)], at: &time)
      common = first.own
    }

    /// One spell apart: commands given at either laptop, looked at after each; then the two meet.
    mutating func apart(commands: Int, laptops count: Int = 2, looking: (Caseload) -> Void) throws {
      var laptops = (0..<count).map { Laptop(common, name: UInt64($0 + 1)) }
      for _ in 0..<commands {
        let which = giver.draw.below(count)
        let command = giver.draw.one(of: AnyCommand.allCases) ?? .visit
        do {
          let facts = try giver.facts(of: command, in: laptops[which].caseload)
          laptops[which].record(facts, at: &time)
          done += 1
          looking(laptops[which].caseload)
        } catch is Refusal {
          refused += 1
        }
        if giver.draw.once(in: 5) {
          giver.now = Moment(giver.now.day.advanced(by: 1), giver.now.time)
        }
      }
      common = AnyCommandTests.inOrder(common + laptops.flatMap(\.own))
    }
  }

  static func inOrder(_ entries: [KeptEntry]) -> [KeptEntry] {
    entries.sorted { $0.entry.stamp < $1.entry.stamp }
  }

  static func fold(_ entries: [KeptEntry]) -> Caseload {
    var caseload = Caseload()
    for kept in entries { caseload.apply(kept) }
    return caseload
  }

  /// What an entry is about, and so what comes before it where order matters: one family, one volunteer, one concern, one
  /// service of the directory, or the scheme.
  private enum Subject: Hashable {
    case family(FamilyID), volunteer(VolunteerNumber), concern(RecordID), service(ServiceNumber), scheme

    init(_ fact: Fact) {
      switch fact {
      case .volunteerAdded(let volunteer), .volunteerAmended(let volunteer, _):
        self = .volunteer(volunteer.number)
      case .volunteering(let number, _): self = .volunteer(number)
      case .directory(.added(let service)), .directory(.amended(let service, _)):
        self = .service(service.number)
      case .concern(let fact):
        switch fact {
        case .raised(let concern), .copied(let concern), .amended(let concern, _): self = .concern(concern.id)
        case .acknowledged(let id, _), .acted(let id, _), .actionAmended(let id, _, _, _), .closed(let id, _):
          self = .concern(id)
        }
      default: self = fact.family.map(Subject.family) ?? .scheme
      }
    }
  }

  /// The same entries in another order that a merge could bring them in: what is about one subject keeps its order, and
  /// the subjects are interleaved at random.
  static func merged(_ entries: [KeptEntry], _ draw: inout Draw) -> [KeptEntry] {
    var queues: [Subject: [KeptEntry]] = [:]
    var subjects: [Subject] = []
    for kept in entries {
      let subject = Subject(kept.entry.fact)
      if queues[subject] == nil { subjects.append(subject) }
      queues[subject, default: []].append(kept)
    }
    for subject in subjects { queues[subject]?.reverse() }
    var merged: [KeptEntry] = []
    while let subject = draw.one(of: subjects) {
      if let kept = queues[subject]?.popLast() {
        merged.append(kept)
      } else {
        subjects.removeAll { $0 == subject }
      }
    }
    return merged
  }

  @Test(
    "in whichever order laptops bring their entries together, the caseload is the same",
    arguments: UInt64(0)..<8)
  func merging(seed: UInt64) throws {
    var weeks = Weeks(seed: seed)
    for _ in 0..<3 { try weeks.apart(commands: 60) { _ in } }
    let whole = Self.fold(weeks.common)
    var draw = Draw(seed: seed &+ 1_000)
    for _ in 0..<6 {
      let other = Self.fold(Self.merged(weeks.common, &draw))
      // Whole shelves are too long to be printed.
      let hasSameFamilies = other.families == whole.families
      #expect(hasSameFamilies)
      #expect(other.volunteers == whole.volunteers)
      #expect(other.volunteering == whole.volunteering)
      #expect(other.directory == whole.directory)
      #expect(other.wordings == whole.wordings)
      #expect(other.scheme == whole.scheme)
      for file in whole.concerns.all { #expect(other.concerns[file.id] == file) }
      #expect(other.concerns.count == whole.concerns.count)
      #expect(other.entryCount == whole.entryCount)
      #expect(other.sealedEntries == 0)
    }
  }

  @Test(
    "nothing that anybody does brings a record into a state that no table allows", arguments: UInt64(0)..<8)
  func allowed(seed: UInt64) throws {
    var weeks = Weeks(seed: seed)
    for _ in 0..<3 {
      try weeks.apart(commands: 60) { caseload in
        for file in caseload.familiesInOrder { Self.expectSound(file) }
        for concern in caseload.concerns.all { Self.expectSound(concern) }
      }
    }
    // Together, too: whatever the two did without knowing of each other.
    for file in Self.fold(weeks.common).familiesInOrder { Self.expectSound(file) }
  }

  private static func expectSound(_ file: FamilyFile) {
    #expect(MovePropertyTests.isOnTheTable(file))
    for visit in file.visits.compactMap(\.current) {
      #expect(Minutes.zero...Minutes.visitMax ~= visit.outcome.minutes)
      #expect(visit.outcome.contact != nil || visit.outcome.minutes == .zero)
    }
    for review in file.evaluation.reviews.compactMap(\.lastSaid) {
      #expect(!review.overall.word.needsStrategy || review.overall.strategy != nil)
    }
    for used in file.services.all {
      let states = [used.said.begun] + used.steps.map(\.state)
      #expect(ServiceState.beginnings.contains(used.said.begun))
      #expect(used.sessions.isEmpty || states.contains(.attending))
    }
    for plan in file.assessment.plans.compactMap(\.current) {
      #expect(Set(plan.goals.map(\.number)).count == plan.goals.count)
      #expect(Set(plan.actions.map(\.number)).count == plan.actions.count)
      #expect(plan.endingOn >= plan.made)
    }
    for consent in file.background.consents {
      guard let given = consent.current?.given, let gone = file.background.withdrawal(of: consent.id) else {
        continue
      }
      #expect(gone.day >= given)
    }
    for checkIn in file.checkIns.compactMap(\.lastSaid) {
      #expect(checkIn.answers.contains { $0.answer != .notAsked })
    }
  }

  private static func expectSound(_ concern: ConcernFile) {
    if concern.closed != nil { #expect(!concern.actions.isEmpty) }
    if !concern.actions.isEmpty { #expect(concern.acknowledged != nil) }
  }

  @Test("the lives that are tried reach every kind of fact that somebody of the office can record")
  func reaches() throws {
    var kinds: Set<FactKind> = []
    var refused = 0
    for seed in UInt64(0)..<8 {
      var weeks = Weeks(seed: seed)
      try weeks.apart(commands: 700, laptops: 1) { _ in }
      kinds.formUnion(weeks.common.map(\.entry.fact.kind))
      refused += weeks.refused
    }
    // Who may open the journal, what happens to its keys, and what needs a licence or a copy of one's own is tried with
    // the journal.
    let elsewhere: Set<FactKind> = [
      .memberLeft, .familyErased, .numbersKept, .accessGranted, .accessWithdrawn, .accessPackMade,
      .exportMade,
      .familyOpened, .concernCopied, .wordingAdded, .wordingRemoved, .volunteerNoteAmended, .outingAmended,
      .familyMerged, .mergeUndone, .consentAmended, .lifeEventAmended, .healthReviewAmended, .outingRetracted,
      .concernActionAmended, .referralAmended, .assessmentAmended,
    ]
    #expect(kinds == Set(FactKind.allCases).subtracting(elsewhere))
    #expect(refused > 200)
  }
}
