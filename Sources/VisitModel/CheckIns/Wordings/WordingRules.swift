// The commands on instruments: adding official wording, taking it away, switching an instrument on or off.

/// Adds the official wording of an instrument. The text came from a file: it is hostile until it is shown to be plain.
public struct AddWording: Sendable {
  /// The instrument.
  public let instrument: Instrument
  /// The wording as it was read.
  public let wording: InstrumentWording

  /// A wording to be added to an instrument.
  public init(_ wording: InstrumentWording, to instrument: Instrument) {
    self.instrument = instrument
    self.wording = wording
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal where the words are another instrument's, a question has none, or no licence is named.
  public func facts(today: Day) throws(Refusal) -> [Fact] {
    var checking = Checking()
    if wording.instrument != instrument.id || wording.version != instrument.version {
      checking.fail(
        .instrument, .notOneOf(wording.version.description, allowed: [instrument.version.description]))
    }
    let licence = checking.text(.licence, wording.licence, max: TextLimit.line)
    if licence == nil, checking.problems.isEmpty { checking.fail(.licence, .missing) }
    if wording.licensedOn > today { checking.fail(.licence, .inTheFuture(wording.licensedOn)) }
    let instructions = checking.text(.words, wording.instructions, max: TextLimit.note) ?? ""
    var items: [ItemWording] = []
    for item in instrument.items {
      let given = wording.items.first { $0.item == item.id }
      guard let given, let text = checking.text(.words, given.text, max: TextLimit.note) else {
        checking.fail(.words, .noSuchRecord(item.id.rawValue))
        continue
      }
      var options: [OptionWording] = []
      for option in given.options {
        let words = checking.text(.words, option.text, max: TextLimit.line)
        if let words { options.append(OptionWording(option: option.option, text: words)) }
      }
      items.append(ItemWording(item: item.id, text: text, options: options))
    }
    try checking.finish()
    guard let licence else { throw Refusal(.licence, .missing) }
    return [
      .wording(
        .added(
          InstrumentWording(
            instrument: instrument.id, version: instrument.version, licence: licence,
            licensedOn: wording.licensedOn, instructions: instructions, items: items)))
    ]
  }
}

/// Takes the official wording of an instrument away, as when the licence ends.
public struct RemoveWording: Sendable {
  /// The instrument.
  public let instrument: InstrumentID
  /// Why.
  public let reason: String

  /// A wording to be taken away for a reason.
  public init(of instrument: InstrumentID, reason: String) {
    self.instrument = instrument
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard caseload.wordings[instrument] != nil else {
      throw Refusal(.instrument, .noSuchRecord(instrument.rawValue))
    }
    var checking = Checking()
    let why = checking.reason(reason)
    try checking.finish()
    guard let why else { throw Refusal(.reason, .missing) }
    return [.wording(.removed(instrument, why))]
  }
}

/// Switches an instrument on or off for the scheme.
public struct SwitchInstrument: Sendable {
  /// The instrument.
  public let instrument: Instrument
  /// Whether it is to be used.
  public let isOn: Bool

  /// An instrument to be switched.
  public init(_ instrument: Instrument, isOn: Bool) {
    self.instrument = instrument
    self.isOn = isOn
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    if caseload.wordings.isOn(instrument) == isOn { throw Refusal(.instrument, .nothingChanged) }
    return [.wording(.switched(instrument.id, isOn: isOn))]
  }
}
