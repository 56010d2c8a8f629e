/// The official wording of an instrument, added under a licence or taken away, and which instruments a scheme uses.
public enum WordingFact: Hashable, Sendable {
  case added(InstrumentWording)
  case removed(InstrumentID, Reason)
  /// The scheme switched an instrument on or off, whatever its file has.
  case switched(InstrumentID, isOn: Bool)
}

extension WordingFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .added: .wordingAdded
    case .removed: .wordingRemoved
    case .switched: .instrumentSwitched
    }
  }
}

/// The official words of one version of an instrument, which the scheme holds a licence for.
public struct InstrumentWording: Hashable, Sendable {
  /// The instrument.
  public let instrument: InstrumentID
  /// The version of its file that the words belong to.
  public let version: InstrumentVersion
  /// Who holds the licence, with its number or the letter it was given in.
  public let licence: String
  /// The day the licence was given.
  public let licensedOn: Day
  /// What is read out or shown before the first question.
  public let instructions: String
  /// The words of each question, in the order of the form.
  public let items: [ItemWording]

  /// Words of an instrument under a licence.
  public init(
    instrument: InstrumentID, version: InstrumentVersion, licence: String, licensedOn: Day,
    instructions: String = "", items: [ItemWording]
  ) {
    self.instrument = instrument
    self.version = version
    self.licence = licence
    self.licensedOn = licensedOn
    self.instructions = instructions
    self.items = items
  }
}

/// The official words of one question and of its answers.
public struct ItemWording: Hashable, Sendable {
  /// The question.
  public let item: ItemID
  /// The question's words.
  public let text: String
  /// The words of its answers; empty where the answers are numbers, or plain yes and no.
  public let options: [OptionWording]

  /// The words of a question and of its answers.
  public init(item: ItemID, text: String, options: [OptionWording] = []) {
    self.item = item
    self.text = text
    self.options = options
  }
}

/// The official words of one answer.
public struct OptionWording: Hashable, Sendable {
  /// The answer.
  public let option: OptionID
  /// Its words.
  public let text: String

  /// The words of an answer.
  public init(option: OptionID, text: String) {
    self.option = option
    self.text = text
  }
}
