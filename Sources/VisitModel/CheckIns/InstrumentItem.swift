/// One question of an instrument.
public struct InstrumentItem: Hashable, Sendable {
  /// The question's id, unique within the instrument.
  public let id: ItemID
  /// A short topic in our own words, for keying answers in from the paper form.
  public let topic: String
  /// The question's wording; empty for a published instrument until a scheme adds what it is licensed to use.
  public let text: LocalText
  /// What may be answered.
  public let kind: ItemKind
  /// Whether the scored value is min + max − value, over the question's own options or scale.
  public let isReversed: Bool
  /// How much it counts in a sum or a mean; 1 unless the file says otherwise.
  public let weight: Hundredths
  /// Whether any score may use it.
  public let isScored: Bool
  /// Whether it may be left blank.
  public let maySkip: Bool
  /// Whether the answer is to be handled with special care.
  public let isSensitive: Bool
  /// When the question is put; always where nil.
  public let shownWhen: AnswerCondition?
  /// Codes for the question.
  public let codes: [InstrumentCode]

  /// A question with what may be answered.
  public init(
    id: ItemID, topic: String = "", text: LocalText = .none, kind: ItemKind, isReversed: Bool = false,
    weight: Hundredths = Hundredths(whole: 1), isScored: Bool = true, maySkip: Bool = true,
    isSensitive: Bool = false, shownWhen: AnswerCondition? = nil, codes: [InstrumentCode] = []
  ) {
    self.id = id
    self.topic = topic
    self.text = text
    self.kind = kind
    self.isReversed = isReversed
    self.weight = weight
    self.isScored = isScored
    self.maySkip = maySkip
    self.isSensitive = isSensitive
    self.shownWhen = shownWhen
    self.codes = codes
  }

  /// The wording to put to a person, or the short topic where the wording is not installed.
  public func prompt(in language: String = "en-GB") -> String { text.text(in: language) ?? topic }

  /// The value an answer stands for before any reversing; nil for a blank and for an option without a value.
  public func value(of answer: Answer) -> Hundredths? {
    switch (answer, kind) {
    case (.chose(let option), .choice(let options)): options.first { $0.id == option }?.value
    case (.chose(let option), .yesNo): option == .yes ? Hundredths(whole: 1) : option == .no ? .zero : nil
    case (.rated(let number), .scale(let scale)): scale.contains(number) ? number : nil
    case (.chose, .scale), (.rated, .choice), (.rated, .yesNo), (.declined, _), (.notAsked, _): nil
    }
  }

  /// The value an answer is scored with: reversed where the question is; nil for a blank.
  public func scoredValue(of answer: Answer) -> Hundredths? {
    guard let value = value(of: answer) else { return nil }
    guard isReversed, let range = valueRange else { return value }
    return range.lowerBound + range.upperBound - value
  }

  /// The smallest and largest value an answer can have; options that do not apply are left out.
  public var valueRange: ClosedRange<Hundredths>? {
    switch kind {
    case .choice(let options):
      let values = options.filter { !$0.doesNotApply }.compactMap(\.value)
      guard let least = values.min(), let most = values.max() else { return nil }
      return least...most
    case .scale(let scale): return scale.min <= scale.max ? scale.min...scale.max : nil
    case .yesNo: return .zero...Hundredths(whole: 1)
    }
  }
}

/// What may be answered to a question.
public enum ItemKind: Hashable, Sendable {
  /// One of a few options, in the order of the form.
  case choice([ItemOption])
  /// A number on a scale.
  case scale(ItemScale)
  /// Yes (1) or no (0), kept as ``OptionID/yes`` and ``OptionID/no``.
  case yesNo
}

/// One option of a question.
public struct ItemOption: Hashable, Sendable {
  /// The option's id, unique within its question.
  public let id: OptionID
  /// The scored value; nil where choosing it is no score.
  public let value: Hundredths?
  /// The option's wording.
  public let text: LocalText
  /// Whether it says that the question does not apply.
  public let doesNotApply: Bool
  /// Codes for the answer.
  public let codes: [InstrumentCode]

  /// An option with its scored value.
  public init(
    id: OptionID, value: Hundredths?, text: LocalText = .none, doesNotApply: Bool = false,
    codes: [InstrumentCode] = []
  ) {
    self.id = id
    self.value = value
    self.text = text
    self.doesNotApply = doesNotApply
    self.codes = codes
  }
}

/// A scale of numbers from one end to the other.
public struct ItemScale: Hashable, Sendable {
  /// The lowest number.
  public let min: Hundredths
  /// The highest number.
  public let max: Hundredths
  /// The distance of neighbouring numbers.
  public let step: Hundredths
  /// What the lowest number means.
  public let minText: LocalText
  /// What the highest number means.
  public let maxText: LocalText

  /// A scale between two numbers.
  public init(
    min: Hundredths, max: Hundredths, step: Hundredths = Hundredths(whole: 1), minText: LocalText = .none,
    maxText: LocalText = .none
  ) {
    self.min = min
    self.max = max
    self.step = step
    self.minText = minText
    self.maxText = maxText
  }

  /// Whether a number lies on the scale and on one of its steps.
  public func contains(_ number: Hundredths) -> Bool {
    number >= min && number <= max && step > .zero && (number - min).count % step.count == 0
  }

  /// The numbers of the scale, from the lowest.
  public var numbers: [Hundredths] {
    guard step > .zero, min <= max else { return [] }
    return stride(from: min.count, through: max.count, by: step.count).map(Hundredths.init(count:))
  }
}

extension OptionID {
  /// The answer yes to a question of yes or no.
  public static let yes = OptionID(rawValue: "yes")
  /// The answer no to a question of yes or no.
  public static let no = OptionID(rawValue: "no")
}
