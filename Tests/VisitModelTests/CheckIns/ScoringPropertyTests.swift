import Testing
import VisitModel

/// Numbers that look random and are the same on every run (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Instrument {
  fileprivate func answers(by dice: inout Dice, blankEvery: Int) -> [ItemAnswer] {
    items.map { item in
      if blankEvery > 0, dice.next() % UInt64(blankEvery) == 0 {
        return ItemAnswer(item: item.id, answer: dice.next() % 2 == 0 ? .declined : .notAsked)
      }
      let answer: Answer =
        switch item.kind {
        case .yesNo: .chose(dice.next() % 2 == 0 ? .yes : .no)
        case .scale(let scale): scale.numbers.randomElement(using: &dice).map(Answer.rated) ?? .notAsked
        case .choice(let options): options.randomElement(using: &dice).map { .chose($0.id) } ?? .notAsked
        }
      return ItemAnswer(item: item.id, answer: answer)
    }
  }
}

@Suite("whatever is answered, on every instrument")
struct ScoringPropertyTests {
  @Test("a score lies in its range and its band contains it", arguments: Fixture.instrumentIDs)
  func ranges(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    var dice = Dice(state: 7)
    for round in 0..<200 {
      let result = instrument.result(of: instrument.answers(by: &dice, blankEvery: round % 4 == 0 ? 0 : 12))
      for score in instrument.scores {
        guard let value = result.score(score.id)?.value else { continue }
        if let range = score.range { #expect(range.contains(value), "\(score.id) \(value)") }
        guard let band = result.score(score.id)?.band else { continue }
        #expect(band.from <= value)
        #expect(score.bands.first { $0.from > band.from }.map { value < $0.from } ?? true)
      }
    }
  }

  @Test(
    "one blank takes a score away where the file wants every answer, and one more than it allows where it does not",
    arguments: Fixture.instrumentIDs)
  func blanks(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    var dice = Dice(state: 13)
    let full = instrument.answers(by: &dice, blankEvery: 0)
    for count in 0...full.count {
      let answers = full.enumerated().map { place, answer in
        place < count ? ItemAnswer(item: answer.item, answer: .declined) : answer
      }
      let result = instrument.result(of: answers)
      for score in instrument.scores where score.method != .none {
        let scored = try #require(result.score(score.id))
        let most = score.missing.policy == .complete ? 0 : score.missing.missingMax ?? scored.missing
        if scored.missing > most { #expect(scored.value == nil, "\(score.id), \(scored.missing) blanks") }
        if scored.missing == 0, count == 0 { #expect(scored.value != nil, "\(score.id)") }
      }
    }
  }

  @Test(
    "a full set of answers always has every score, an empty one has none", arguments: Fixture.instrumentIDs)
  func completeness(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    var dice = Dice(state: 11)
    for _ in 0..<50 {
      let full = instrument.result(of: instrument.answers(by: &dice, blankEvery: 0))
      for score in instrument.scores where score.method != .none {
        #expect(full.score(score.id)?.value != nil)
      }
    }
    let blank = instrument.result(of: instrument.items.map { ItemAnswer(item: $0.id, answer: .notAsked) })
    #expect(
      blank.scores.allSatisfy { $0.value == nil && $0.raw == nil && $0.band == nil && $0.answered == 0 })
    #expect(blank.triggers.isEmpty)
    #expect(instrument.result(of: []).scores.allSatisfy { $0.value == nil })
  }

  @Test(
    "a blank never scores as the lowest answer would by being counted as nought",
    arguments: Fixture.instrumentIDs)
  func blanksAreNotNought(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    let highest = instrument.items.map { item -> ItemAnswer in
      let answer: Answer =
        switch item.kind {
        case .yesNo: .chose(.yes)
        case .scale(let scale): .rated(item.isReversed ? scale.min : scale.max)
        case .choice(let options):
          options.max {
            (item.scoredValue(of: .chose($0.id)) ?? .zero) < (item.scoredValue(of: .chose($1.id)) ?? .zero)
          }
          .map { .chose($0.id) } ?? .notAsked
        }
      return ItemAnswer(item: item.id, answer: answer)
    }
    let full = instrument.result(of: highest)
    for place in highest.indices {
      var answers = highest
      answers[place] = ItemAnswer(item: answers[place].item, answer: .declined)
      let result = instrument.result(of: answers)
      for score in instrument.scores where score.missing.policy == .prorate {
        if let value = result.score(score.id)?.value, let most = full.score(score.id)?.value {
          #expect(value == most)
        }
      }
      for score in instrument.scores where score.missing.policy == .complete {
        let touched = result.score(score.id)?.missing ?? 0
        #expect((result.score(score.id)?.value == nil) == (touched > 0), "\(score.id)")
      }
    }
  }

  @Test("reversing twice gives the answer back", arguments: Fixture.instrumentIDs)
  func reversing(_ id: String) throws {
    for item in try Fixture.instrument(id).items {
      let reversed = InstrumentItem(id: item.id, kind: item.kind, isReversed: true)
      let plain = InstrumentItem(id: item.id, kind: item.kind)
      guard let range = plain.valueRange else { continue }
      for typed in plain.allowedAnswers {
        guard let answer = plain.answer(typed: typed), let value = plain.value(of: answer),
          range.contains(value),
          let once = reversed.scoredValue(of: answer)
        else { continue }
        #expect(range.contains(once))
        #expect(range.lowerBound + range.upperBound - once == value)
        if case .scale = plain.kind { #expect(reversed.scoredValue(of: .rated(once)) == value) }
      }
    }
  }

  @Test("one score asked for alone is the score among all", arguments: Fixture.instrumentIDs)
  func alone(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    var dice = Dice(state: 13)
    for _ in 0..<20 {
      let answers = instrument.answers(by: &dice, blankEvery: 9)
      for one in instrument.result(of: answers).scores {
        #expect(instrument.result(of: one.id, in: answers) == one)
      }
    }
    #expect(instrument.result(of: "no_such_score", in: []) == nil)
  }

  @Test("scores do not depend on the order in which answers are given", arguments: Fixture.instrumentIDs)
  func order(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    var dice = Dice(state: 3)
    for _ in 0..<20 {
      let answers = instrument.answers(by: &dice, blankEvery: 9)
      #expect(instrument.result(of: answers.shuffled(using: &dice)) == instrument.result(of: answers))
    }
  }

  @Test("what was typed comes back as it was typed", arguments: Fixture.instrumentIDs)
  func typing(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    var dice = Dice(state: 5)
    for _ in 0..<20 {
      let answers = instrument.answers(by: &dice, blankEvery: 5)
      let typed = zip(instrument.items, answers).map { $0.typed($1.answer) }
      #expect(try instrument.answers(typed: typed) == answers)
    }
  }
}
