import Testing
import VisitModel

@Suite("An instrument of a scheme")
struct WordingTests {
  static let answers = ["0", "0", "0", "0", "0", "0", "0", "0", "0", "0"]

  private func check(_ desk: Desk, _ id: String, cover: String = "", as role: Role = .coordinator) throws
    -> [Fact]
  {
    let instrument = try Fixture.instrument(id)
    let typed = TypedCheckIn(
      person: "P1", answers: Array(WordingTests.answers.prefix(instrument.items.count)), cover: cover)
    return try RecordCheckIn(family: Desk.family, instrument: instrument, typed: typed)
      .facts(in: desk.caseload, as: role, today: desk.today)
  }

  @Test("that is off by its file is refused until it is switched on, and again when it is switched off")
  func switching() throws {
    var desk = try Desk.open()
    let gad7 = try Fixture.instrument("gad7")
    let off = desk
    #expect(problems { _ = try check(off, "gad7") }.map(\.fault) == [.switchedOff])
    desk.record(try SwitchInstrument(gad7, isOn: true).facts(in: desk.caseload))
    let on = desk
    #expect(throws: Never.self) { try check(on, "gad7") }
    #expect(
      refusedFields { _ = try SwitchInstrument(gad7, isOn: true).facts(in: on.caseload) } == [.instrument])
    desk.record(try SwitchInstrument(gad7, isOn: false).facts(in: desk.caseload))
    let again = desk
    #expect(problems { _ = try check(again, "gad7") }.map(\.fault) == [.switchedOff])
  }

  @Test(
    "with a question about danger is only begun while a coordinator is named who can be reached",
    arguments: ["phq9", "core10", "epds"])
  func cover(_ id: String) throws {
    var desk = try Desk.open()
    desk.record([.wording(.switched(InstrumentID(rawValue: id), isOn: true))])
    let on = desk
    #expect(problems { _ = try check(on, id) }.map(\.fault) == [.needsCover])
    guard case .checkInRecorded(let checkIn)? = try check(on, id, cover: "Ann Lee").first else {
      Issue.record("no check-in")
      return
    }
    #expect(checkIn.cover == "Ann Lee")
    #expect(
      problems { _ = try check(on, id, cover: "Ann Lee", as: .volunteer) }.map(\.fault) == [
        .notForRole(.volunteer)
      ])
  }

  @Test("is asked in the official words once the scheme added them under its licence, and not before")
  func wording() throws {
    var desk = try Desk.open()
    let who5 = try Fixture.instrument("who5")
    #expect(!who5.asked(with: desk.caseload.wordings).hasWording)
    func words(_ count: Int, licence: String = "Ann Lee, letter 7") -> InstrumentWording {
      InstrumentWording(
        instrument: who5.id, version: who5.version, licence: licence, licensedOn: desk.today,
        items: who5.items.prefix(count).map { ItemWording(item: $0.id, text: "words of \($0.id)\u{202E}") })
    }
    let today = desk.today
    let (few, unlicensed) = (words(4), words(5, licence: " "))
    #expect(refusedFields { _ = try AddWording(few, to: who5).facts(today: today) } == [.words])
    #expect(refusedFields { _ = try AddWording(unlicensed, to: who5).facts(today: today) } == [.licence])
    desk.record(try AddWording(words(5), to: who5).facts(today: today))
    let asked = who5.asked(with: desk.caseload.wordings)
    #expect(asked.hasWording && asked.items[0].prompt() == "words of q1")
    #expect(asked.scores == who5.scores && asked.version == who5.version)
    desk.record(try RemoveWording(of: who5.id, reason: "licence ended").facts(in: desk.caseload))
    #expect(!who5.asked(with: desk.caseload.wordings).hasWording)
  }

  @Test("has words for one version of its file only")
  func otherVersion() throws {
    var desk = try Desk.open()
    let who5 = try Fixture.instrument("who5")
    let words = InstrumentWording(
      instrument: who5.id, version: InstrumentVersion("9.0.0"), licence: "x", licensedOn: desk.today,
      items: who5.items.map { ItemWording(item: $0.id, text: "other words") })
    let today = desk.today
    #expect(refusedFields { _ = try AddWording(words, to: who5).facts(today: today) }.first == .instrument)
    desk.record([.wording(.added(words))])
    #expect(!who5.asked(with: desk.caseload.wordings).hasWording)
  }
}
