import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A book opened by its snapshot")
struct SnapshotOpeningTests {
  let test = TestJournal()
  private var folder: JournalPath { JournalLayout(test.root).snapshot }
  private var file: JournalPath { folder.appending("000001.vsnap") }

  /// A journal with a life in it, closed, and what its entries add up to one by one.
  private func book(_ life: inout RandomLife, facts: Int) throws -> Caseload {
    let (journal, _) = try test.create()
    try life.go(on: journal, facts: facts)
    try life.recordEveryKind(on: journal)
    try journal.close()
    return try replayed()
  }

  private func replayed(as member: MemberChoice? = nil) throws -> Caseload {
    var caseload = Caseload()
    _ = try test.open(as: member, mode: .reading) { caseload.apply($0) }
    return caseload
  }

  /// Asks for everything that can be asked for, of both.
  private func expectSame(_ one: Caseload, _ other: Caseload) {
    #expect(one.families.standings == other.families.standings)
    #expect(one.families.activeStandings == other.families.standings.filter(\.isActive))
    #expect(other.families.activeStandings == other.families.standings.filter(\.isActive))
    #expect(one.nextFamilyNumber == other.nextFamilyNumber)
    #expect(one == other)
    for file in other.familiesInOrder {
      #expect(one.family(file.number)?.id == other.family(file.number)?.id)
      #expect(one.families.standing(of: file.id) == FamilyStanding(file))
      for id in file.visits.map(\.id) + file.checkIns.map(\.id) {
        #expect(one.families.id(holding: id) == file.id)
        #expect(
          one.records(beginning: String(id.description.prefix(5)))
            == other.records(beginning: String(id.description.prefix(5))))
      }
    }
    #expect(one.families.id(holding: RecordID(bits: 12_345)) == nil)
    #expect(visits(of: one) == visits(of: other))
    #expect(one.concerns == other.concerns)
    #expect(one.volunteers == other.volunteers)
    #expect(outlines(one) == outlines(other))
    for volunteer in other.volunteers.values { #expect(one.volunteers[volunteer.number] == volunteer) }
    #expect(one.volunteers[VolunteerNumber(999_999)] == nil)
    #expect(one.volunteering == other.volunteering)
    let stories = other.familiesInOrder.flatMap { $0.visits.compactMap(\.current) }
    for volunteer in Set(stories.flatMap(\.volunteers)) {
      let work = VolunteerWork(of: volunteer, in: one)
      #expect(work == VolunteerWork(of: volunteer, in: other))
      for month in work.months {
        let own = stories.filter { $0.day.month == month && $0.volunteers.contains(volunteer) }
        #expect(work.month(month).contact == own.reduce(.zero) { $0 + $1.outcome.minutes })
        #expect(work.month(month).visits == own.count { $0.outcome.contact != nil })
        #expect(VolunteerWork.inMonth(month, one)[volunteer]?.contact == work.month(month).contact)
        #expect(VolunteerWork.inMonth(month, one)[volunteer]?.miles == work.month(month).miles)
      }
    }
  }

  private func outlines(_ caseload: Caseload) -> [FamilyID: FamilyOutline] {
    let all = caseload.families.mapOutlines { $0 }.joined()
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  /// Everything that batches say of every visit, and the record that each leads to.
  private func visits(of caseload: Caseload) -> Set<[String]> {
    let columns: VisitBatch.Columns = [.ids, .entered, .amounts, .places, .words]
    let found = caseload.families.mapVisits(columns) { batch in
      batch.shares.enumerated().flatMap { index, share in
        share.rows.map { row -> [String] in
          let words = batch.words[(row == 0 ? 0 : batch.wordEnds[row - 1])..<batch.wordEnds[row]]
          let name = batch.names[(index == 0 ? 0 : batch.nameEnds[index - 1])..<batch.nameEnds[index]]
          let record = caseload.families.visit(batch.row(row, of: share))
          #expect(record?.current?.searched.bytes == Array(words))
          #expect(
            record == caseload.families[share.family]?.visits.first { $0.id.rawValue == batch.ids[row] })
          return [
            "\(batch.ids[row])", "\(share.family.rawValue)", share.number.description, "\(batch.days[row])",
            "\(batch.entered[row])", "\(batch.outcomes[row])", "\(batch.minutes[row])",
            "\(batch.travel[row])",
            "\(batch.miles[row])", "\(batch.expenses[row])",
            "\(batch.companyTable[Int(batch.companies[row])])", String(decoding: words, as: UTF8.self),
            String(decoding: name, as: UTF8.self),
          ]
        }
      }
    }
    return Set(found.joined())
  }

  @Test("is the same as one added up entry by entry, whatever its life was", arguments: UInt64(0)..<6)
  func same(seed: UInt64) throws {
    var life = RandomLife(seed: seed)
    let whole = try book(&life, facts: 260)
    let (first, caseload) = try test.openCaseload()
    #expect(first.entriesReadOnOpening == whole.entryCount)
    expectSame(caseload, whole)
    try first.close()
    let (second, again) = try test.openCaseload()
    #expect(second.entriesReadOnOpening == 0)
    #expect(second.lastStamp == first.lastStamp)
    expectSame(again, whole)

    try life.go(on: second, facts: 60)
    try second.close()
    let (third, grown) = try test.openCaseload(mode: .reading)
    #expect(third.entriesReadOnOpening >= 60)
    expectSame(grown, try replayed())
  }

  @Test(
    "goes on from an older snapshot to the very bytes that the whole log gives", arguments: UInt64(10)..<16)
  func bytes(seed: UInt64) throws {
    var life = RandomLife(seed: seed)
    _ = try book(&life, facts: 150)
    for _ in 0..<3 {
      let (journal, _) = try test.openCaseload()
      #expect(journal.pendingSnapshot != nil)
      try life.go(on: journal, facts: 150)
      try journal.close()
      let (reader, _) = try test.openCaseload(mode: .reading)
      let archive = try #require(reader.snapshotArchive())
      let head = archive.contents.head
      let plain = reader.snapshotSource.plain(
        upTo: try #require(head.covered.first).position, reach: head.reach)
      #expect(plain == archive.contents.allBytes)
      #expect(reader.deepCheck().snapshot == .agrees)
    }
  }

  @Test("shows a volunteer what they may see, and all of it once a family is given to them")
  func volunteer() throws {
    let (office, _) = try test.create()
    _ = try office.addMember(
      name: "Lowri", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: TestJournal.passphrase), cost: .rehearsal)
    var life = RandomLife(seed: 3)
    try life.go(on: office, facts: 300)
    let lowri = MemberChoice.number(MemberNumber(2))
    let before = try replayed(as: lowri)
    #expect(!before.sealedVisits.isEmpty)
    let (first, _) = try test.openCaseload(as: lowri, mode: .reading)
    first.keepSnapshot()
    let (second, kept) = try test.openCaseload(as: lowri, mode: .reading)
    #expect(second.entriesReadOnOpening == 0)
    expectSame(kept, before)

    let family = try #require(
      replayed(as: .number(MemberNumber(1))).familiesInOrder.first { before.families[$0.id] == nil }
    ).id
    try office.grant(family, to: MemberNumber(2))
    let (third, after) = try test.openCaseload(as: lowri, mode: .reading)
    #expect(third.entriesReadOnOpening == after.entryCount)
    #expect(after.families[family] != nil)
    expectSame(after, try replayed(as: lowri))
    third.keepSnapshot()
    try office.withdraw(family, from: MemberNumber(2))
    let (_, shut) = try test.openCaseload(as: lowri, mode: .reading)
    #expect(shut.families[family] == nil)
    expectSame(shut, try replayed(as: lowri))
  }

  @Test("is used beside the keyring it was made by, and beside a later one that opens the same")
  func keyrings() throws {
    var life = RandomLife(seed: 6)
    let whole = try book(&life, facts: 150)
    try test.openCaseload().journal.close()
    let (journal, _) = try test.openCaseload()
    #expect(journal.entriesReadOnOpening == 0)
    let mark = journal.keyring.mark
    #expect(SnapshotHeader(Array(try test.disk.readAll(file).prefix(128)))?.keyringMark == mark)
    _ = try journal.addMember(
      name: "Kit", role: .volunteer, passphrase: SecretBytes(text: "some quiet owls in a barn"),
      cost: .rehearsal)
    #expect(journal.keyring.mark != mark)
    try journal.close()
    let (later, caseload) = try test.openCaseload(as: .number(MemberNumber(1)), mode: .reading)
    #expect(later.entriesReadOnOpening < 8)
    #expect(caseload.families.values == whole.families.values)
  }

  @Test("ignores a snapshot with a changed byte, a part of one, and one of other things")
  func damaged() throws {
    var life = RandomLife(seed: 4, wordCount: 240)
    let whole = try book(&life, facts: 220)
    try test.openCaseload().journal.close()
    let good = try test.disk.readAll(file)
    #expect(good.count > 2 * SnapshotSeal.sealedByteCount)
    let places = Array(stride(from: 0, to: 128, by: 5)) + stride(from: 128, to: good.count, by: 7_919)
    for place in places {
      var bad = good
      bad[place] ^= 0x20
      try test.disk.replaceAtomically(file, with: bad)
      let (_, caseload) = try test.openCaseload(mode: .reading)
      #expect(caseload.families.standings == whole.families.standings)
      #expect(caseload == whole)
    }
    for length in [0, 60, 128, 5_000, good.count - 1] {
      try test.disk.replaceAtomically(file, with: Array(good.prefix(length)))
      let (journal, caseload) = try test.openCaseload(mode: .reading)
      #expect(journal.entriesReadOnOpening == whole.entryCount)
      #expect(caseload == whole)
    }
    try test.disk.replaceAtomically(file, with: good)
    #expect(try test.openCaseload(mode: .reading).journal.entriesReadOnOpening == 0)
    #expect(
      try test.openCaseload(mode: .reading, programMark: 1).journal.entriesReadOnOpening == whole.entryCount)
  }

  @Test("of a log that was put back to an earlier time is not the snapshot's")
  func rolledBack() throws {
    var life = RandomLife(seed: 5)
    let before = try book(&life, facts: 140)
    let own = JournalLayout(test.root).own
    let early = try test.disk.list(own).map { (own.appending($0), try test.disk.readAll(own.appending($0))) }
    let (journal, _) = try test.openCaseload()
    try life.go(on: journal, facts: 140)
    try journal.close()
    let (later, _) = try test.openCaseload()
    try later.close()
    #expect(try test.openCaseload(mode: .reading).journal.entriesReadOnOpening == 0)
    for (path, bytes) in early { try test.disk.replaceAtomically(path, with: bytes) }
    let (back, caseload) = try test.openCaseload(mode: .reading)
    #expect(back.entriesReadOnOpening == before.entryCount)
    if case .rollback? = back.recovery?.verdict {} else { Issue.record("no rollback was seen") }
    #expect(caseload == before)
    #expect(back.deepCheck().snapshot == .none)
  }

  @Test("of a damaged log still says what was read before, and checking the log finds the damage")
  func damagedLog() throws {
    var life = RandomLife(seed: 6)
    let whole = try book(&life, facts: 200)
    try test.openCaseload().journal.close()
    let segment = JournalLayout(test.root).own.appending("000001.vlog")
    var bytes = try test.disk.readAll(segment)
    bytes[2_000] ^= 1
    try test.disk.replaceAtomically(segment, with: bytes)
    let (journal, caseload) = try test.openCaseload(mode: .reading)
    #expect(journal.entriesReadOnOpening == 0)
    expectSame(caseload, whole)
    #expect(journal.verify().verdict == .damage)
    #expect(journal.deepCheck().snapshot == .differs)
  }

  @Test("that was sealed by its member but says something else is found by the check")
  func lying() throws {
    var life = RandomLife(seed: 7)
    _ = try book(&life, facts: 150)
    try test.openCaseload().journal.close()
    let (journal, _) = try test.openCaseload(mode: .reading)
    #expect(journal.deepCheck().snapshot == .agrees)
    var plain = try #require(journal.snapshotArchive()?.contents.allBytes)
    plain[plain.count - 9] ^= 1
    try test.disk.replaceAtomically(file, with: [])
    try SnapshotSeal.write(
      plain, to: test.disk.open(file, .update), journal: journal.keyring.journal,
      of: journal.vaults.keys.secret, programMark: 0, keyringMark: 0,
      randomness: .seeded(9))
    #expect(journal.deepCheck().snapshot == .differs)
  }

  @Test("needs no snapshot, and leaves none where it saves nothing or cannot be written")
  func without() throws {
    let (small, _) = try test.create()
    try small.close()
    try test.openCaseload().journal.close()
    #expect(try !test.disk.exists(folder))
    try test.disk.replaceAtomically(folder, with: [1])
    let (journal, _) = try test.openCaseload()
    var life = RandomLife(seed: 8)
    try life.go(on: journal, facts: 140)
    try journal.close()
    try test.openCaseload().journal.close()
    #expect(try test.disk.readAll(folder) == [1])
    #expect(try test.openCaseload(mode: .reading).caseload == replayed())
  }

  @Test("by the key that is kept for a while is the same, and removing every snapshot changes nothing")
  func keptKeyAndRemoval() throws {
    var life = RandomLife(seed: 9)
    let whole = try book(&life, facts: 150)
    let (journal, _) = try test.openCaseload()
    let key = journal.sessionKey()
    try journal.close()
    let (again, caseload) = try Journal.openCaseload(
      at: test.root, fileSystem: test.disk, environment: test.environment, secret: .sessionKey(key.copy()))
    #expect(again.entriesReadOnOpening == 0)
    expectSame(caseload, whole)
    #expect(try Journal.snapshotSizes(at: test.root, fileSystem: test.disk).files == 1)
    try again.removeSnapshots()
    try again.close()
    #expect(try Journal.snapshotSizes(at: test.root, fileSystem: test.disk) == (0, 0))
    // Families that nobody had asked for yet are still there: the file was open.
    expectSame(caseload, whole)
    let (last, anew) = try test.openCaseload(mode: .reading)
    #expect(last.entriesReadOnOpening == whole.entryCount)
    #expect(anew == whole)
  }

  @Test("on a page that has become unreadable makes itself anew from the log, once")
  func remade() throws {
    var life = RandomLife(seed: 11, wordCount: 120)
    let whole = try book(&life, facts: 220)
    try test.openCaseload().journal.close()
    let (journal, _) = try test.openCaseload(mode: .reading)
    let archive = try #require(journal.snapshotArchive())
    let node = try test.disk.open(file, .update)
    let last = try node.size() - 40
    var byte = try node.read(at: last, count: 1)
    byte[0] ^= 1
    try node.writeAll(byte[...], at: last)
    let files = archive.files(of: archive.families)
    #expect(archive.wasRemade)
    #expect(files == archive.families.compactMap { whole.families.ownFile(of: $0) })
  }
}
