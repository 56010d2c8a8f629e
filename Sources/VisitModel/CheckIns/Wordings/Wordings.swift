/// The official wordings the scheme holds a licence for, and the instruments it switched on or off.
public struct Wordings: Hashable, Sendable {
  private var added: [InstrumentID: InstrumentWording] = [:]
  private var switched: [InstrumentID: Bool] = [:]

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: WordingFact, _ kept: KeptEntry) {
    switch fact {
    case .added(let wording): added[wording.instrument] = wording
    case .removed(let instrument, _): added[instrument] = nil
    case .switched(let instrument, let isOn): switched[instrument] = isOn
    }
  }

  /// The wording of an instrument that the scheme holds a licence for.
  public subscript(instrument: InstrumentID) -> InstrumentWording? { added[instrument] }

  /// Whether the scheme uses an instrument: as it was switched, else as its file has it.
  public func isOn(_ instrument: Instrument) -> Bool {
    switched[instrument.id] ?? instrument.head.isOnByDefault
  }
}

extension Instrument {
  /// The instrument as it is asked: in the official words that were added for this very version, else as it is.
  public func asked(with wordings: Wordings) -> Instrument {
    guard let wording = wordings[id], wording.version == version else { return self }
    let words = Dictionary(wording.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    var head = head
    head.status = .imported
    if !wording.instructions.isEmpty { head.instructions = LocalText(["en-GB": wording.instructions]) }
    let worded = try? Instrument(
      head: head, items: items.map { $0.worded(words[$0.id]) }, scores: scores, triggers: triggers)
    return worded ?? self
  }
}

extension InstrumentItem {
  fileprivate func worded(_ wording: ItemWording?) -> InstrumentItem {
    guard let wording else { return self }
    var kind = kind
    if case .choice(let options) = kind {
      kind = .choice(
        options.map { option in
          guard let words = wording.options.first(where: { $0.option == option.id }) else { return option }
          return ItemOption(
            id: option.id, value: option.value, text: LocalText(["en-GB": words.text]),
            doesNotApply: option.doesNotApply, codes: option.codes)
        })
    }
    return InstrumentItem(
      id: id, topic: topic, text: LocalText(["en-GB": wording.text]), kind: kind, isReversed: isReversed,
      weight: weight, isScored: isScored, maySkip: maySkip, isSensitive: isSensitive, shownWhen: shownWhen,
      codes: codes)
  }
}
