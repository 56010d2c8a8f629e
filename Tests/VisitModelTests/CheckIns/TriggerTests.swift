import Testing
import VisitModel

@Suite("a danger answer is never missed and never invented")
struct TriggerTests {
  static let dangers = [("phq9", "q9", "item9"), ("core10", "q6", "item6"), ("epds", "q10", "item10")]

  @Test("the question fires at once at 1 or more, whatever the rest says, and only then", arguments: dangers)
  func danger(instrument id: String, item: String, trigger: String) throws {
    let instrument = try Fixture.instrument(id)
    let place = try #require(instrument.items.firstIndex { $0.id.rawValue == item })
    #expect(instrument.items[place].isSensitive)
    for others in ["0", "-", "d", "3"] {
      for typed in instrument.items[place].allowedAnswers {
        var values = Array(repeating: others, count: instrument.items.count)
        values[place] = typed
        let answers = try instrument.answers(typed: values)
        let wanted = (Int(typed) ?? 0) >= 1
        #expect(instrument.result(of: answers).triggers.contains(trigger) == wanted, "\(others) \(typed)")
        let atOnce = instrument.triggers(onAnswering: [answers[place]])
        #expect(atOnce.map(\.id) == (wanted ? [trigger] : []))
        #expect(atOnce.allSatisfy { $0.level == .now })
      }
    }
  }

  static let number3 = Comparison(.atLeast, [.number(Hundredths(whole: 3))])

  @Test(
    "conditions join as they say",
    arguments: [
      (AnswerCondition.all([.item("a", number3), .item("b", number3)]), "3,3", true),
      (.all([.item("a", number3), .item("b", number3)]), "3,2", false),
      (.any([.item("a", number3), .item("b", number3)]), "3,2", true),
      (.any([.item("a", number3), .item("b", number3)]), "2,2", false),
      (.not(.item("a", number3)), "2,2", true), (.not(.item("a", number3)), "3,2", false),
      (.item("a", number3), "-,2", false), (.item("a", Comparison(.differs, [.number(.zero)])), "-,2", false),
      (.score("s", number3), "1,2", true), (.score("s", number3), "1,1", false),
      (.score("s", number3), "4,-", false),
      (.skipped("a"), "-,1", true), (.skipped("a"), "d,1", true), (.skipped("a"), "0,1", false),
      (.item("a", Comparison(.isOneOf, [.number(.zero), .number(Hundredths(whole: 4))])), "4,1", true),
      (.item("a", Comparison(.isOneOf, [.number(.zero), .number(Hundredths(whole: 4))])), "1,1", false),
    ])
  func conditions(when: AnswerCondition, typed: String, fires: Bool) throws {
    let plain = try Instrument.scales(2)
    let instrument = try Instrument.made(
      items: plain.items, scores: plain.scores,
      triggers: [InstrumentTrigger(id: "t", when: when, level: .note)])
    let answers = try instrument.answers(typed: typed.split(separator: ",").map(String.init))
    #expect(instrument.result(of: answers).triggers == (fires ? ["t"] : []))
  }

  @Test("what is for the end is not shown between questions")
  func onFinish() throws {
    let plain = try Instrument.scales(2)
    let when = AnswerCondition.item("a", TriggerTests.number3)
    let instrument = try Instrument.made(
      items: plain.items, scores: plain.scores,
      triggers: [InstrumentTrigger(id: "t", when: when, level: .now)])
    let answers = try instrument.answers(typed: ["4", "4"])
    #expect(instrument.triggers(onAnswering: answers).isEmpty)
    #expect(instrument.triggers(firedIn: instrument.result(of: answers)).map(\.id) == ["t"])
  }

  @Test("a question that has not been reached is not skipped")
  func notReached() throws {
    let plain = try Instrument.scales(2)
    let trigger = InstrumentTrigger(id: "t", when: .skipped("b"), level: .now, isOnAnswer: true)
    let instrument = try Instrument.made(items: plain.items, scores: plain.scores, triggers: [trigger])
    let first = ItemAnswer(item: "a", answer: .rated(.zero))
    #expect(instrument.triggers(onAnswering: [first]).isEmpty)
    #expect(
      instrument.triggers(onAnswering: [first, ItemAnswer(item: "b", answer: .declined)]).map(\.id) == ["t"])
  }

  @Test("a question that is not shown is not skipped, and is shown when its condition holds")
  func hidden() throws {
    let first = InstrumentItem(id: "a", kind: .yesNo)
    let second = InstrumentItem(
      id: "b", kind: .yesNo, shownWhen: .item("a", Comparison(.equals, [.option(.yes)])))
    let instrument = try Instrument.made(
      items: [first, second], scores: [],
      triggers: [InstrumentTrigger(id: "t", when: .skipped("b"), level: .note)])
    let (yes, no) = (ItemAnswer(item: "a", answer: .chose(.yes)), ItemAnswer(item: "a", answer: .chose(.no)))
    let blank = ItemAnswer(item: "b", answer: .notAsked)
    #expect(instrument.isShown(second, after: [yes]))
    #expect(!instrument.isShown(second, after: [no]))
    #expect(instrument.result(of: [yes, blank]).triggers == ["t"])
    #expect(instrument.result(of: [no, blank]).triggers.isEmpty)
  }

  @Test("worsened needs a start to compare with, and counts only past the threshold")
  func worsened() throws {
    let plain = try Instrument.scales(1)
    let rule = ChangeRule(
      id: "r", kind: .reliable, better: Hundredths(whole: 2), worse: Hundredths(whole: 2), isDefault: true)
    let score = Score(id: "s", method: .sum(["a"]), direction: .higherIsBetter, changeRules: [rule])
    let instrument = try Instrument.made(
      items: plain.items, scores: [score],
      triggers: [InstrumentTrigger(id: "t", when: .worsened("s"), level: .nextReview)])
    func answered(_ value: Int) -> [ItemAnswer] {
      [ItemAnswer(item: "a", answer: .rated(Hundredths(whole: value)))]
    }
    let start = instrument.result(of: answered(4))
    #expect(instrument.result(of: answered(2), since: start).triggers == ["t"])
    #expect(instrument.result(of: answered(3), since: start).triggers.isEmpty)
    #expect(instrument.result(of: answered(0)).triggers.isEmpty)
  }
}
