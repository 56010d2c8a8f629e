import Testing
import VisitModel

@Suite("answers are keyed in by the values on the form")
struct AnswerEntryTests {
  @Test(
    "an option is chosen by its value, not by its place",
    arguments: [
      ("5", Answer.chose("o0")), ("0", .chose("o5")), (" 3 ", .chose("o2")), ("d", .declined),
      ("D", .declined),
      ("-", .notAsked), ("", .notAsked),
    ])
  func values(typed: String, wanted: Answer) throws {
    #expect(try Fixture.instrument("who5").items[0].answer(typed: typed) == wanted)
  }

  @Test("what is not on the form is refused", arguments: ["6", "-1", "2.5", "o2", "x", "--", "٣", "3\u{0}"])
  func refused(_ typed: String) throws {
    #expect(try Fixture.instrument("who5").items[0].answer(typed: typed) == nil)
  }

  @Test("every bad answer is named at once, with its place and what is allowed there")
  func allBad() throws {
    let who5 = try Fixture.instrument("who5")
    let allowed = ["5", "4", "3", "2", "1", "0", "d", "-"]
    #expect(
      throws: Refusal([
        Problem(field: .answers, fault: .badAnswer(position: 1, given: "6", allowed: allowed)),
        Problem(field: .answers, fault: .badAnswer(position: 4, given: "x", allowed: allowed)),
      ])
    ) { try who5.answers(typed: ["6", "1", "1", " x ", "1"]) }
  }

  @Test("too few or too many answers are refused with both numbers", arguments: [0, 4, 6])
  func count(_ given: Int) throws {
    let who5 = try Fixture.instrument("who5")
    #expect(throws: Refusal(.answers, .wrongCount(given: given, wanted: 5))) {
      try who5.answers(typed: Array(repeating: "1", count: given))
    }
  }

  @Test("a question that may not be skipped takes no blank", arguments: ["", "-", "d"])
  func mustAnswer(_ typed: String) {
    let item = InstrumentItem(id: "a", kind: .yesNo, maySkip: false)
    #expect(item.answer(typed: typed) == nil)
    #expect(item.allowedAnswers == ["yes", "no"])
  }

  @Test(
    "yes and no are read in full, by letter and by number",
    arguments: [
      ("yes", OptionID.yes), ("Y", .yes), ("1", .yes), ("no", .no), ("n", .no), ("0", .no),
    ])
  func yesNo(typed: String, wanted: OptionID) {
    #expect(InstrumentItem(id: "a", kind: .yesNo).answer(typed: typed) == .chose(wanted))
  }

  @Test(
    "a number has to lie on a step of the scale",
    arguments: [
      ("0", 0), ("2.5", 250), ("10", 1_000), ("2.25", nil), ("10.5", nil), ("-1", nil),
    ] as [(String, Int?)])
  func scale(typed: String, wanted: Int?) {
    let scale = ItemScale(min: .zero, max: Hundredths(whole: 10), step: Hundredths(count: 50))
    let item = InstrumentItem(id: "a", kind: .scale(scale))
    #expect(item.answer(typed: typed) == wanted.map { .rated(Hundredths(count: $0)) })
    #expect(item.allowedAnswers == ["0…10", "d", "-"])
  }

  @Test("an option that does not apply is chosen by its id")
  func notApplicable() throws {
    let item = try Fixture.instrument("kpcs").items[0]
    #expect(item.answer(typed: "na") == .chose("na"))
    #expect(item.answer(typed: "2") == .chose("o2"))
    #expect(item.allowedAnswers == ["0", "1", "2", "3", "na", "d", "-"])
  }
}
