internal import VisitModel

/// The official wording of an instrument, added under a licence or taken away. To and from its box.
extension WordingFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .added(let wording): return wireBytes(try WireWordingBox(wording))
    case .removed(let instrument, let reason):
      var box = WireWordingRemovedBox()
      box.instrument = instrument.rawValue
      box.reason = reason.text
      return wireBytes(box)
    case .switched(let instrument, let isOn):
      var box = WireInstrumentSwitchedBox()
      box.instrument = instrument.rawValue
      box.isOn = isOn
      return wireBytes(box)
    }
  }

  /// The fact of a kind from its box.
  init(_ kind: FactKind, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .wordingAdded: self = .added(try readBox(box, WireWordingBox.self).wording())
    case .wordingRemoved:
      let wire = try readBox(box, WireWordingRemovedBox.self)
      self = .removed(InstrumentID(rawValue: wire.instrument), try readReason(wire.reason))
    case .instrumentSwitched:
      let wire = try readBox(box, WireInstrumentSwitchedBox.self)
      self = .switched(InstrumentID(rawValue: wire.instrument), isOn: wire.isOn)
    default: preconditionFailure("not a kind about wording: \(kind)")
    }
  }
}

extension WireWordingBox {
  init(_ wording: InstrumentWording) throws(RecordError) {
    self.init()
    instrument = wording.instrument.rawValue
    version = wording.version.description
    licence = wording.licence
    licensedOn = try wireDay(wording.licensedOn, "wording.licensed_on")
    instructions = wording.instructions
    items = wording.items.map { item in
      var wire = WireItemWording()
      wire.item = item.item.rawValue
      wire.text = item.text
      wire.options = item.options.map { option in
        var wire = WireOptionWording()
        wire.option = option.option.rawValue
        wire.text = option.text
        return wire
      }
      return wire
    }
  }

  func wording() throws(RecordError) -> InstrumentWording {
    guard hasLicensedOn else { throw RecordError(.missing, "wording.licensed_on") }
    return InstrumentWording(
      instrument: InstrumentID(rawValue: instrument), version: InstrumentVersion(version), licence: licence,
      licensedOn: try readDay(licensedOn, "wording.licensed_on"), instructions: instructions,
      items: items.map { item in
        ItemWording(
          item: ItemID(rawValue: item.item), text: item.text,
          options: item.options.map {
            OptionWording(option: OptionID(rawValue: $0.option), text: $0.text)
          })
      })
  }
}
