import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A snapshot's file")
struct SnapshotFileTests {
  static let journal = LogID.random(.seeded(5))
  let disk = MemoryFileSystem()
  let path = JournalPath("/file")

  private func secret(_ number: Int = 1, seed: UInt64 = 1) -> MemberSecret {
    MemberSecret.new(journal: Self.journal, number: MemberNumber(number), randomness: .seeded(seed))
  }

  private func write(_ plain: [UInt8], seed: UInt64 = 3) throws -> [UInt8] {
    try disk.replaceAtomically(path, with: [])
    try SnapshotSeal.write(
      plain, to: disk.open(path, .update), journal: Self.journal, of: secret(), programMark: 7,
      keyringMark: 3, randomness: .seeded(seed))
    return try disk.readAll(path)
  }

  private func pages(
    journal: LogID = journal, _ secret: MemberSecret? = nil, programMark: UInt64 = 7
  ) throws -> SnapshotPages? {
    SnapshotPages(
      try disk.open(path, .read), journal: journal, secret: secret ?? self.secret(),
      programMark: programMark)
  }

  @Test(
    "gives back any range of what was put into it",
    arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 800_000, 5_000_000])
  func ranges(count: Int) throws {
    var seed = Seed(UInt64(count))
    let plain = seed.bytes(count)
    _ = try write(plain)
    let pages = try #require(try pages())
    #expect(pages.read(0..<count) == plain)
    for _ in 0..<40 {
      let start = seed.below(count + 1)
      let end = start + seed.below(count - start + 1)
      #expect(pages.read(start..<end) == Array(plain[start..<end]))
    }
    #expect(pages.read(0..<count + 1) == nil)
  }

  @Test("with any byte changed, cut off or added does not open, or does not give that part")
  func changed() throws {
    var seed = Seed(1)
    let plain = seed.bytes(70_000)
    let file = try write(plain)
    let places = Array(0..<SnapshotHeader.byteCount) + stride(from: 128, to: file.count, by: 331)
    for place in places {
      var bad = file
      bad[place] ^= 1 << UInt8(place % 8)
      try disk.replaceAtomically(path, with: bad)
      if let pages = try pages() { #expect(pages.read(0..<plain.count) == nil) }
    }
    for length in [0, 100, 128, 129, 65_680, file.count - 1, file.count + 1] {
      let bad = length < file.count ? Array(file.prefix(length)) : file + [0]
      try disk.replaceAtomically(path, with: bad)
      #expect(try pages() == nil)
    }
    // Whole chunks in another order, or the first in the place of the last.
    let (first, last) = (file[128..<128 + 65_552], file[(128 + 65_552)...])
    try disk.replaceAtomically(path, with: Array(file.prefix(128)) + last + first)
    #expect(try pages()?.read(0..<plain.count) == nil)
  }

  @Test("opens for the member, the journal and the program it was made by, and for no other")
  func others() throws {
    _ = try write([1, 2, 3])
    #expect(try pages()?.read(0..<3) == [1, 2, 3])
    #expect(try pages(secret(2)) == nil)
    #expect(try pages(secret(1, seed: 2)) == nil)
    #expect(try pages(journal: LogID.random(.seeded(6))) == nil)
    #expect(try pages(programMark: 8) == nil)
  }

  @Test("never shows a word of what is in it, and is another file each time")
  func secrecy() throws {
    let plain = Array(String(repeating: "Giulia Marchetti ", count: 200).utf8)
    let file = try write(plain)
    #expect(!String(decoding: file, as: UTF8.self).contains("Marchetti"))
    let again = try write(plain, seed: 4)
    #expect(file.dropFirst(128) != again.dropFirst(128))
  }

  @Test("written down and read back, values of every kind are the same")
  func scribe() throws {
    var text = "Ağa 日本"
    var flag = true
    var small = -1
    var large = Int.min
    var big = UInt64.max
    var days: [Day?] = [nil, SampleFacts.day]
    var checkIns = [SampleFacts.checkIn]
    var writing = Scribe()
    writing.pass(&text)
    writing.pass(&flag)
    writing.pass(&small)
    writing.pass(&large)
    writing.pass(&big)
    writing.passDays(&days)
    writing.pass(&checkIns)
    var reading = Scribe(reading: writing.bytes)
    var (text2, flag2, small2, large2, big2) = ("", false, 0, 0, UInt64(0))
    var days2: [Day?] = []
    var checkIns2: [CheckIn] = []
    reading.pass(&text2)
    reading.pass(&flag2)
    reading.pass(&small2)
    reading.pass(&large2)
    reading.pass(&big2)
    reading.passDays(&days2)
    reading.pass(&checkIns2)
    checkIns2[0].family = SampleFacts.family
    #expect(!reading.isLost && reading.isAtEnd)
    #expect((text, flag, small, large, big) == (text2, flag2, small2, large2, big2))
    #expect(days == days2)
    #expect(checkIns == checkIns2)
  }

  @Test("keeps every field of how a family stands, and of volunteers: pass a new one where they are kept")
  func everyField() {
    func fields(of value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    let standing = fields(of: FamilyStanding(blank: SampleFacts.family))
    #expect(standing.filter { $0 != "id" }.count == FamilyStanding.keptFieldCount, "\(standing)")
    let outline = fields(of: FamilyOutline(blank: SampleFacts.family))
    #expect(outline.filter { $0 != "id" }.count == FamilyOutline.keptFieldCount, "\(outline)")
    #expect(fields(of: Person.blank).count == Person.keptFieldCount)
    #expect(fields(of: EpisodeMove.blank).count == EpisodeMove.keptFieldCount)
    #expect(fields(of: Volunteer.blank).count == Volunteer.keptFieldCount)
  }

  @Test("gives people, moves and volunteers back as they were, whatever is and is not said of them")
  func wholeValues() throws {
    var person = Person(
      number: PersonNumber(3), role: .grandparent, name: "Nía", isMainCarer: true, livesHere: false)
    person.birth = .due(SampleFacts.day)
    person.relationships = [Relationship(child: PersonNumber(1), word: "nain")]
    (person.school, person.additionalNeeds) = ("Ysgol y Bryn", "hearing aid")
    (person.ethnicity, person.language) = (EthnicityID(rawValue: "WBRI"), "Cymraeg")
    #expect(
      again([person, Person(number: PersonNumber(1), role: .child, name: "")]) == [
        person, Person(number: PersonNumber(1), role: .child, name: ""),
      ])

    let (number, day) = (VolunteerNumber(7), SampleFacts.day)
    let reason = try #require(Reason("moved away"))
    let states: [EpisodeState] = [
      .referred, .needsInformation, .refused(reason), .accepted, .assessed, .waiting, .matched(number),
      .introduced(number), .supported(number), .paused(number), .endingPlanned(number, on: day),
      .ended(.inWords(reason)), .ended(.listed(EndingReasonID(rawValue: "done"), nil)),
      .ended(.listed(EndingReasonID(rawValue: "done"), reason)),
    ]
    #expect(Set(states.map(\.stage)) == Set(EpisodeStage.allCases))
    let moves =
      states.map { EpisodeMove(episode: EpisodeNumber(2), state: $0, day: day) } + [
        EpisodeMove(
          episode: EpisodeNumber(1), state: .refused(reason), day: day, refusal: RefusalID(rawValue: "area"),
          basedOn: RecordID(bits: 9), note: "rang twice")
      ]
    #expect(again(moves) == moves)

    let volunteers = [
      Volunteer(number: number, name: "Jo"),
      Volunteer(
        number: VolunteerNumber(8), name: "Mo", phone: "1", email: "", isActive: false, areas: ["a\nb", ""],
        languages: ["cy"], interests: ["twins"], availability: [AvailabilityID(rawValue: "mon")],
        transport: [TransportID(rawValue: "bus")], capacity: 0),
    ]
    #expect(again(volunteers) == volunteers)
  }

  private func again<Value: Kept>(_ values: [Value]) -> [Value]? {
    var (values, scribe) = (values, Scribe())
    scribe.pass(&values)
    return scribe.bytes.kept([Value].self)
  }

  @Test("bytes that nobody wrote are read without harm", arguments: UInt64(0)..<200)
  func hostile(seed number: UInt64) {
    var seed = Seed(number)
    let bytes = seed.bytes(seed.below(300))
    _ = bytes.kept(SnapshotHead.self)
    if let places = FamilyPlaces(bytes) { _ = places.map(\.entries.count) }
    _ = KeptEntries.read(bytes)
    _ = SnapshotContents(SnapshotPages(plain: bytes))
    var standing = FamilyStanding(blank: SampleFacts.family)
    var scribe = Scribe(reading: bytes)
    standing.pass(through: &scribe)
    #expect(scribe.isLost || scribe.isAtEnd || !bytes.isEmpty)
  }

  @Test("families keep their places, and rows in which a part ends before it begins are no places")
  func places() throws {
    var rows: [UInt8] = []
    let first = FamilyPlace(
      id: FamilyID(rawValue: 9), number: FamilyNumber(1), isActive: true, visits: 0..<3, standing: 0..<40,
      words: 0..<700,
      entries: 0..<9_000, name: 0..<8, outline: 0..<12)
    let second = FamilyPlace(
      id: FamilyID(rawValue: 2), number: FamilyNumber(2), visits: 3..<3, standing: 40..<41,
      words: 700..<5_000_000_000, entries: 9_000..<9_001, name: 8..<30, outline: 12..<12)
    for place in [first, second] { place.append(to: &rows) }
    let places = try #require(FamilyPlaces(rows))
    #expect(Array(places) == [first, second])
    #expect(places.id(1) == second.id && places.number(1) == second.number)
    #expect(places.isActive(0) && !places.isActive(1))
    #expect(FamilyPlaces(rows + [0]) == nil)
    rows = []
    for place in [second, first] { place.append(to: &rows) }
    #expect(FamilyPlaces(rows) == nil)
  }
}
