// How typed answers are read, one value for each question in the order of the form.

extension Instrument {
  /// Reads one typed value a question: an option's value or a number on the scale, `d` declined, `-` or nothing
  /// not asked. Throws every value that is none of these, each with its position and what is allowed there.
  public func answers(typed values: [String]) throws(Refusal) -> [ItemAnswer] {
    guard values.count == items.count else {
      throw Refusal(.answers, .wrongCount(given: values.count, wanted: items.count))
    }
    var answers: [ItemAnswer] = []
    var checking = Checking()
    for (position, (item, text)) in zip(items, values).enumerated() {
      if let answer = item.answer(typed: text) {
        answers.append(ItemAnswer(item: item.id, answer: answer))
      } else {
        let given = trimmedText(text)
        checking.fail(
          .answers, .badAnswer(position: position + 1, given: given, allowed: item.allowedAnswers))
      }
    }
    try checking.finish()
    return answers
  }
}

extension InstrumentItem {
  /// Reads one typed answer; nil where it is not allowed here.
  public func answer(typed text: String) -> Answer? {
    let typed = trimmedText(text).lowercased()
    switch typed {
    case "", "-": return maySkip ? .notAsked : nil
    case "d": return maySkip ? .declined : nil
    default: break
    }
    switch kind {
    case .yesNo:
      if ["y", "yes", "1"].contains(typed) { return .chose(.yes) }
      return ["n", "no", "0"].contains(typed) ? .chose(.no) : nil
    case .scale(let scale):
      guard let number = Hundredths(decimal: typed), scale.contains(number) else { return nil }
      return .rated(number)
    case .choice(let options):
      if let number = Hundredths(decimal: typed),
        let option = options.first(where: { !$0.doesNotApply && $0.value == number })
      {
        return .chose(option.id)
      }
      return options.first { ($0.doesNotApply || $0.value == nil) && $0.id.rawValue.lowercased() == typed }
        .map { .chose($0.id) }
    }
  }

  /// What may be typed, for the line that says so: the values, then `d` and `-` where the question may be skipped.
  public var allowedAnswers: [String] {
    let blanks = maySkip ? ["d", "-"] : []
    switch kind {
    case .yesNo: return ["yes", "no"] + blanks
    case .scale(let scale):
      let numbers = scale.numbers
      guard numbers.count > 12, let first = numbers.first, let last = numbers.last else {
        return numbers.map(plainNumber) + blanks
      }
      return ["\(plainNumber(first))…\(plainNumber(last))"] + blanks
    case .choice(let options):
      return options.map { option in
        guard let value = option.value, !option.doesNotApply else { return option.id.rawValue }
        return plainNumber(value)
      } + blanks
    }
  }

  /// The answer as it would be typed: `3`, `yes`, `d`, `-`.
  public func typed(_ answer: Answer) -> String {
    switch answer {
    case .declined: return "d"
    case .notAsked: return "-"
    case .rated(let number): return plainNumber(number)
    case .chose(let option):
      guard case .choice(let options) = kind, let chosen = options.first(where: { $0.id == option }),
        let value = chosen.value, !chosen.doesNotApply
      else { return option.rawValue }
      return plainNumber(value)
    }
  }
}

private func plainNumber(_ number: Hundredths) -> String {
  number.text(decimals: number.count % 100 == 0 ? 0 : number.count % 10 == 0 ? 1 : 2)
}
