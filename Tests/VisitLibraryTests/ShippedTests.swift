import Testing
import VisitLibrary
import VisitModel

@Suite("what ships makes sense")
struct ShippedTests {
  let library: Library

  init() throws { library = try Library.load() }

  @Test("there are thirteen needs in four groups, and coping asks about each under its own words")
  func needs() throws {
    let needs = library.lists.needs
    #expect(needs.count == 13)
    #expect(Set(needs.map(\.group)).count == 4)
    let coping = try library.instrument(InstrumentID(rawValue: "coping"))
    #expect(coping.items.map(\.id.rawValue) == needs.map(\.id.rawValue))
    #expect(coping.items.map(\.topic) == needs.map(\.label))
    #expect(coping.scores.dropFirst().map(\.id.rawValue) == needs.map(\.id.rawValue))
    #expect(coping.primaryScore?.id.rawValue == "mean")
  }

  @Test("list ids stand once and labels fit a narrow column")
  func labels() {
    func check<ID>(_ list: [ListEntry<ID>]) {
      #expect(!list.isEmpty)
      #expect(Set(list.map(\.id)).count == list.count)
      for entry in list { #expect((1...36).contains(entry.label.count), "\(entry.label)") }
    }
    check(library.lists.needs)
    check(library.lists.activities)
    check(library.lists.circumstances)
    check(library.lists.entries(MomentID.self))
    #expect(library.lists.version == 2)
  }

  @Test(
    "each instrument is listed as its file has it, and can be read",
    arguments: ["coping", "howthingsare", "who5"])
  func instruments(_ id: String) throws {
    #expect(library.instrumentIDs.map(\.rawValue).contains(id))
    let instrument = try library.instrument(InstrumentID(rawValue: id))
    let listed = try #require(try library.instruments().first { $0.id == instrument.id })
    #expect(listed.title == instrument.head.title)
    #expect(listed.version == instrument.version)
    #expect(listed.shortTitle == instrument.shortTitle)
    #expect(listed.isOnByDefault)
    #expect(instrument.shortTitle.count <= 16)
    #expect(instrument.head.may(.volunteer))
    #expect(instrument.items.allSatisfy { !$0.topic.isEmpty && !$0.prompt().isEmpty })
    #expect(
      instrument.scores.allSatisfy { $0.range != nil && $0.defaultChangeRule?.citation?.isEmpty == false })
  }

  @Test("only what is ours ships with wording")
  func wording() throws {
    for name in try library.instruments() {
      let instrument = try library.instrument(name.id)
      #expect(instrument.hasWording == (instrument.head.status == .shipped))
      #expect((instrument.head.licence.kind == "own") == (instrument.head.status == .shipped))
    }
  }

  @Test("a family that chose two needs is scored on those two")
  func coping() throws {
    let coping = try library.instrument(InstrumentID(rawValue: "coping"))
    let typed = coping.items.map { ["isolation": "2", "money": "3"][$0.id.rawValue] ?? "-" }
    let result = coping.result(of: try coping.answers(typed: typed))
    #expect(result.score(ScoreID(rawValue: "mean"))?.value == Hundredths(count: 250))
    #expect(result.score(ScoreID(rawValue: "mean"))?.missing == 11)
    #expect(result.score(ScoreID(rawValue: "money"))?.value == Hundredths(whole: 3))
    #expect(result.score(ScoreID(rawValue: "play"))?.value == nil)
  }

  @Test(
    "half a point on the mean and one point on a need are a change; less is not",
    arguments: [
      ("mean", 250, 300, Change.better), ("mean", 250, 299, .noReliableChange), ("mean", 250, 200, .worse),
      ("isolation", 200, 300, .better), ("isolation", 200, 100, .worse),
      ("isolation", 200, 200, .noReliableChange),
    ])
  func copingChange(score: String, from: Int, to: Int, wanted: Change) throws {
    let coping = try library.instrument(InstrumentID(rawValue: "coping"))
    let score = try #require(coping.score(ScoreID(rawValue: score)))
    #expect(score.change(from: Hundredths(count: from), to: Hundredths(count: to)) == wanted)
  }

  @Test("WHO-5 keyed in as 3,4,2,3,5 is 68, and a very low one calls for the coordinator the same day")
  func who5() throws {
    let who5 = try library.instrument(InstrumentID(rawValue: "who5"))
    let result = who5.result(of: try who5.answers(typed: ["3", "4", "2", "3", "5"]))
    #expect(result.scores.first?.value == Hundredths(whole: 68))
    #expect(result.triggers.isEmpty)
    let low = who5.result(of: try who5.answers(typed: ["1", "1", "1", "1", "1"]))
    #expect(who5.triggers(firedIn: low).map(\.level) == [.sameDay, .nextReview])
    for trigger in who5.triggers {
      #expect(trigger.volunteer.text() != nil)
      #expect(trigger.coordinator.text() != nil)
    }
  }

  @Test(
    "an instrument that does not exist is an error, not a crash",
    arguments: ["nonsense", "", "../who5", "who5.json"])
  func absent(_ id: String) {
    #expect(throws: LibraryError.self) { try library.instrument(InstrumentID(rawValue: id)) }
  }
}
