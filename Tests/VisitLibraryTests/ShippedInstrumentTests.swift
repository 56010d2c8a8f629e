import Testing
import VisitLibrary
import VisitModel

@Suite("The instruments that ship")
struct ShippedInstrumentTests {
  let library: Library
  init() throws { library = try Library.load() }

  static let on: Set<String> = ["coping", "howthingsare", "goals", "parentbaby", "who5", "ons4", "ucla3"]
  static let covered: Set<String> = ["phq9", "core10", "epds"]
  static let off: Set<String> = [
    "phq2", "phq8", "gad2", "gad7", "k6", "k10", "whooley", "kpcs", "swemwbs", "wemwbs", "mors-sf", "topse",
    "pss18", "sdq25", "djg6", "asq3", "asqse2", "familystarplus",
  ]

  @Test("are those of the table, on or off, for whom, and with somebody reachable where it asks for that")
  func table() throws {
    let all = try library.instrumentIDs.map { try library.instrument($0) }
    func ids(_ fits: (Instrument) -> Bool) -> Set<String> { Set(all.filter(fits).map(\.id.rawValue)) }
    #expect(ids { $0.head.isOnByDefault } == ShippedInstrumentTests.on)
    #expect(ids { $0.head.may(.volunteer) } == ShippedInstrumentTests.on)
    #expect(ids { $0.head.needsSafetyCover } == ShippedInstrumentTests.covered)
    #expect(
      ids { !$0.head.isOnByDefault } == ShippedInstrumentTests.off.union(ShippedInstrumentTests.covered))
    #expect(all.allSatisfy { $0.head.may(.coordinator) })
  }

  @Test("name every question by a short topic of our own, and hold no wording but our own")
  func topics() throws {
    for id in library.instrumentIDs {
      let instrument = try library.instrument(id)
      for item in instrument.items {
        #expect((1...36).contains(item.topic.count), "\(id) \(item.id)")
        if instrument.head.status == .skeleton { #expect(item.text.text() == nil) }
      }
      #expect(!instrument.head.licence.notice.isEmpty)
      #expect(!instrument.head.citations.isEmpty)
    }
  }

  @Test(
    "call for something now at one of the three questions about danger, whatever the total",
    arguments: [("phq9", 9), ("epds", 10), ("core10", 6)])
  func dangers(id: String, question: Int) throws {
    let instrument = try library.instrument(InstrumentID(rawValue: id))
    let item = instrument.items[question - 1]
    for value in 0...3 {
      guard let answer = item.answer(typed: "\(value)") else { continue }
      let dangers = instrument.dangers(onAnswering: [ItemAnswer(item: item.id, answer: answer)])
      #expect(dangers.count == (value == 0 ? 0 : 1))
      for danger in dangers {
        #expect(danger.isOnAnswer && danger.volunteer.text() != nil && danger.coordinator.text() != nil)
        #expect(instrument.topics(of: danger) == [item.topic])
      }
    }
    for answer in [Answer.declined, .notAsked] {
      #expect(instrument.dangers(onAnswering: [ItemAnswer(item: item.id, answer: answer)]).isEmpty)
    }
  }

  @Test("with prompts alone add nothing up")
  func prompts() throws {
    let prompts = try library.instrument(InstrumentID(rawValue: "parentbaby"))
    let answers = try prompts.answers(typed: Array(repeating: "often", count: prompts.items.count))
    #expect(prompts.result(of: answers).scores.allSatisfy { $0.value == nil })
  }

  @Test("are answered with the numbers of the scheme's nation at hand", arguments: Nation.allCases)
  func crisis(nation: Nation) throws {
    let numbers = try CrisisNumber.all(of: nation)
    #expect(numbers.first?.number == "999")
    #expect(numbers.map(\.number).contains("116 123") && numbers.map(\.number).contains("85258"))
    #expect(numbers.allSatisfy { !$0.purpose.isEmpty && !$0.source.isEmpty })
    #expect(numbers.contains { $0.number == "111" } == (nation != .northernIreland))
    var scheme = Scheme(name: "Rushmoor", nation: nation)
    #expect(try DangerText(for: scheme, words: library.words).approval.contains("not yet approved"))
    scheme.contacts.coordinatorPhone = "01632 960199"
    scheme.dangerTextsApproval = Approval(by: "Olu Lead", on: Day(daysSinceEpoch: 20_700))
    let text = try DangerText(for: scheme, words: library.words)
    #expect(text.approval.contains("Olu Lead"))
    #expect(text.lines.joined().contains("01632 960199"))
  }
}
