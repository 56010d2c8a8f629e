import Support
import Terminal
import Testing
import VisitJournal
import VisitLibrary
import VisitModel

@testable import VisitScreens

@Suite("An answer that signals danger")
struct DangerWorkTests {
  /// Somebody before the ninth question of PHQ-9, the eight before it answered with nought.
  private func asking() throws -> ScreenUser {
    let disk = SimulatedDisk(seed: 1)
    var (journal, caseload) = try SmallScheme.journal(on: disk, as: .coordinator)
    let phq9 = InstrumentID(rawValue: "phq9")
    for kept in try journal.record([.wording(.switched(phq9, isOn: true))]) { caseload.apply(kept) }
    let family = try #require(caseload.familiesInOrder.first)
    let draft = Draft(
      key: Draft.Key(form: .checkIn(phq9), family: family.id),
      fields: [
        "instrument": "phq9", "person": "P1", "cover": "Ann Lee", "mode": "helped", "point": "review",
        "answers": "0,0,0,0,0,0,0,0,,",
      ])
    try journal.drafts.save(draft.key.stored, fields: draft.storedFields)
    let user = try ScreenUser(.atWork(journal, caseload), on: disk)
    user.press("Enter")
    #expect(user.screen.contains("thoughts of self-harm"))
    return user
  }

  private func concerns(_ user: ScreenUser) -> [ConcernFile] {
    user.program.session?.desk.caseload.concerns.all ?? []
  }

  @Test("takes the whole screen at once, with what to do and whom to ring, and is a concern already")
  func atOnce() throws {
    let user = try asking()
    user.type("1")
    for words in ["STOP and read this", "ring 999", "116 123", "SHOUT", "not yet approved by your scheme"] {
      #expect(user.screen.contains(words), "\(words)")
    }
    #expect(!user.screen.lowercased().contains("severe"))
    #expect(concerns(user).count == 1)
    #expect(concerns(user).first?.concern.awaitsWhatWasDone == true)
    #expect(concerns(user).first?.concern.subject.family != nil)
  }

  @Test("cannot be left by any key before it is written down what was done")
  func holding() throws {
    let user = try asking()
    user.type("2")
    for key in ["Esc", "^S", "^P", "Tab", "^C", "F8", "F1", "Up"] {
      user.press(key)
      #expect(user.screen.contains("STOP and read this"), "\(key)")
    }
    user.type("stayed, rang Ann, mother came")
    user.press("^S")
    #expect(!user.screen.contains("STOP and read this"))
    #expect(concerns(user).map(\.concern.done) == ["stayed, rang Ann, mother came"])
    user.type("1")
    user.press("^S")
    #expect(concerns(user).count == 1)
  }

  @Test("outlives an abandoned form and a program that ended: it is put in front again")
  func afterACrash() throws {
    let user = try asking()
    user.type("3")
    user.type("half a wo")
    user.send(.hangup)
    user.program.close()
    var caseload = Caseload()
    let journal = try Journal.open(
      at: JournalPath("/book"), fileSystem: user.disk,
      secret: .passphrase(SecretBytes(text: "a walk by the river")), mode: .writing
    ) { caseload.apply($0) }
    let again = try ScreenUser(.atWork(journal, caseload), on: user.disk)
    #expect(again.screen.contains("STOP and read this"))
    #expect(again.screen.contains("half a wo"))
    again.type("rd: rang the duty team")
    again.press("^S")
    #expect(concerns(again).map(\.concern.done) == ["half a word: rang the duty team"])
    #expect(!again.screen.contains("STOP"))
  }

  @Test("is kept by the screen where the disk is full, and raised from there once there is room")
  func diskFull() throws {
    let user = try asking()
    user.disk.faults.noSpace = 1
    user.type("1")
    #expect(user.screen.contains("STOP and read this"))
    #expect(user.screen.contains("NOT SAVED"))
    #expect(concerns(user).isEmpty)
    user.disk.faults.noSpace = 0
    user.type("rang 999")
    user.press("^S")
    #expect(concerns(user).map(\.concern.done) == ["rang 999"])
  }
}
