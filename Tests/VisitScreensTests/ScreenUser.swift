import Support
import Synchronization
import Terminal
import VisitJournal
import VisitLibrary
import VisitModel
import VisitReports

@testable import VisitScreens

/// A person at the screens of a small invented scheme: presses keys, reads what is shown. The journal is the real
/// one, on a disk in memory; the day is Sunday 22 November 2026, two in the afternoon.
final class ScreenUser {
  static let today = Day(daysSinceEpoch: 20_779)
  private(set) var program: Program
  var size: Size
  let disk: SimulatedDisk

  /// Somebody at work in the scheme.
  init(
    as role: VisitModel.Role = .coordinator, size: Size = .standard, empty: Bool = false,
    withCoordinator: Bool = false
  ) throws {
    self.size = size
    disk = SimulatedDisk(seed: 1)
    let (journal, caseload) = try SmallScheme.journal(
      on: disk, as: role, empty: empty, withCoordinator: withCoordinator)
    program = Program(.atWork(journal, caseload), surroundings: try ScreenUser.surroundings(idle))
  }

  /// Somebody before a beginning of the test's choice.
  init(_ beginning: Beginning, on disk: SimulatedDisk, size: Size = .standard) throws {
    self.size = size
    self.disk = disk
    program = Program(beginning, surroundings: try ScreenUser.surroundings(idle))
  }

  /// Milliseconds that have passed while nobody touched a key.
  let idle = Elapsed()

  static func surroundings(_ idle: Elapsed) throws -> Surroundings {
    let library = try Library.load()
    let instruments = try library.instrumentIDs.map { try library.instrument($0) }
    return Surroundings(
      library: library, instruments: instruments,
      watch: Watch(
        today: { today }, clock: { "14:02:07" }, uptime: { idle.milliseconds }, zoneOffsetMinutes: 0),
      bits: { 0x5eed_5eed_5eed },
      explain: { "NOT SAVED (\($0))" }, notice: { $0.canRecord ? nil : "read-only" },
      write: { folder, files in Message(.done, "\(folder): \(files.map(\.name).joined(separator: ", "))") })
  }

  /// Presses keys by their spelling, one word a key: `press("Down Enter v ^S")`.
  func press(_ keys: String) {
    for word in keys.split(separator: " ") {
      guard let key = Key(spelling: String(word)) else { preconditionFailure("no key is called \(word)") }
      send(.key(key))
    }
  }

  /// Types text, letter by letter.
  func type(_ text: String) {
    for letter in text { send(.key(letter == "\n" ? .enter : .character(letter))) }
  }

  func send(_ event: InputEvent) {
    program.handle([event])
    while program.hasWork { program.work() }
  }

  /// The screen as text.
  var screen: String { program.picture(size).text }
  /// The screen with its cursor.
  var grid: Grid { program.picture(size) }
  /// The last line.
  var keyLine: String { program.picture(size).lines.last ?? "" }
}

/// A scheme of three families, made through the same rules a person goes through.
enum SmallScheme {
  static let now: Int64 = 20_779 * 86_400_000 + 14 * 3_600_000

  static func journal(
    on disk: SimulatedDisk, as role: VisitModel.Role, empty: Bool = false, withCoordinator: Bool = false
  ) throws -> (Journal, Caseload) {
    let clock = TickingClock(now - 60 * 86_400_000)
    let environment = JournalEnvironment(randomness: .seeded(7)) { clock.next() }
    let (journal, _) = try Journal.create(
      at: JournalPath("/book"), fileSystem: disk, environment: environment, scheme: Scheme(name: "Rushmoor"),
      member: role == .volunteer ? "Jo Simms" : "Ann Lee", role: role,
      passphrase: SecretBytes(text: "a walk by the river"), cost: .rehearsal)
    var caseload = Caseload()
    try journal.forEachEntry { caseload.apply($0) }
    guard !empty else { return (journal, caseload) }
    let lists = try Library.load().lists
    func record(_ facts: [Fact]) throws { for kept in try journal.record(facts) { caseload.apply(kept) } }
    if withCoordinator {
      try record([.memberJoined(Member(number: MemberNumber(2), name: "Kim Ode", role: .coordinator))])
    }
    func day(_ before: Int) -> Day { ScreenUser.today.advanced(by: -before) }
    if role != .volunteer {
      try record(AddVolunteer(name: "Jo Simms", phone: "07700 900001").facts(in: caseload))
    }
    for (index, one) in families.enumerated() {
      let id = FamilyID(rawValue: UInt64(index + 1))
      var typed = TypedFamily([.name: one.name], people: one.people)
      typed[.phone] = "07700 90014\(index)"
      typed[.safeTo] = "text"
      typed[.postcode] = "GU11 1A\(["A", "B", "D"][index])"
      if index == 0 { typed[.risks] = "Dog in the kitchen" }
      let move = TypedMove(
        stage: one.stage, day: day(70 - index * 10).description,
        volunteer: one.stage == "supported" ? "V-01" : "")
      try record(
        AddFamily(typed: typed, move: move, id: id).facts(in: caseload, lists: lists, today: ScreenUser.today)
      )
    }
    for (family, before, minutes, note) in visits {
      var typed = TypedVisit([
        .date: day(before).description, .start: "10:00", .minutes: "\(minutes)", .travelMinutes: "25",
        .miles: "6.4", .volunteers: "V-01", .there: "P1,P2", .activities: "listening", .note: note,
      ])
      if before == 16 { typed[.familyWords] = "He walked to the door by himself" }
      try record(
        RecordVisit(typed: typed, family: FamilyID(rawValue: family)).facts(
          in: caseload, lists: lists, today: ScreenUser.today))
    }
    return (journal, caseload)
  }

  private static let families: [(name: String, stage: String, people: [TypedPerson])] = [
    (
      "Abbott", "supported",
      [
        TypedPerson(name: "Rosie Abbott", role: "mother", isMainCarer: true),
        TypedPerson(name: "Noah Abbott", role: "child", birth: "2025-09-10"),
      ]
    ),
    (
      "Ŵyn-Jones", "supported",
      [
        TypedPerson(name: "Siân Ŵyn-Jones", role: "mother", isMainCarer: true),
        TypedPerson(name: "Baby", role: "child", birth: "due 2027-03-02"),
      ]
    ),
    ("Bevan", "waiting", [TypedPerson(name: "Kay Bevan", role: "mother", isMainCarer: true)]),
  ]

  private static let visits: [(UInt64, Int, Int, String)] = [
    (1, 30, 120, "Noah crawled after the cat. Rosie had slept."),
    (1, 23, 120, "A quiet morning; we talked about sleep."),
    (1, 16, 90, "Rosie laughed for the first time in weeks."),
    (2, 6, 60, "Siân showed me the cot."),
  ]
}

/// A clock that is a second later each time it is asked.
final class TickingClock: Sendable {
  private let now: Mutex<Int64>

  init(_ start: Int64) { now = Mutex(start) }

  func next() -> Int64 {
    now.withLock { now in
      now += 1_000
      return now
    }
  }
}

/// Time that passes when a test says so.
final class Elapsed: Sendable {
  private let passed = Mutex<Int64>(0)

  var milliseconds: Int64 { passed.withLock { $0 } }
  func pass(minutes: Int64) { passed.withLock { $0 += minutes * 60_000 } }
}
