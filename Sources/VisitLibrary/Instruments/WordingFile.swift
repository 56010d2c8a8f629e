public import VisitModel

/// Reads the file in which a scheme keeps the official wording of an instrument it holds a licence for: JSON with
/// `licence` (who holds it, its number or letter), `licensedOn` (a day), `instructions`, `items` (question to words) and
/// `options` (answer to words for all questions, or question to answer to words).
public enum WordingFile {
  private static let keys: Set<String> = ["licence", "licensedOn", "instructions", "items", "options"]

  /// The wording that a file holds for an instrument.
  ///
  /// - Throws: where the file is no such JSON, or names questions or answers the instrument has not.
  public static func read(_ bytes: [UInt8], file: String, for instrument: Instrument) throws(LibraryError)
    -> InstrumentWording
  {
    let record = try JsonRecord(reading: bytes, file: file, keys: keys)
    guard let day = Day(iso: try record.text("licensedOn")) else {
      throw record.fault("a day is wanted, such as 2026-05-03", at: "licensedOn")
    }
    var texts: [ItemID: String] = [:]
    for (key, value) in try record.entries("items") {
      let id = ItemID(rawValue: key)
      guard instrument.item(id) != nil else {
        throw record.fault("there is no question \"\(key)\"", at: "items")
      }
      texts[id] = try text(value, at: "items", in: record)
    }
    var common: [OptionWording] = []
    var own: [ItemID: [OptionWording]] = [:]
    for (key, value) in record.has("options") ? try record.entries("options") : [] {
      if case .record(let fields) = value.kind {
        let id = ItemID(rawValue: key)
        guard instrument.item(id) != nil else {
          throw record.fault("there is no question \"\(key)\"", at: "options")
        }
        var options: [OptionWording] = []
        for field in fields {
          options.append(
            OptionWording(
              option: OptionID(rawValue: field.key), text: try text(field.value, at: "options", in: record)))
        }
        own[id] = options
      } else {
        common.append(
          OptionWording(option: OptionID(rawValue: key), text: try text(value, at: "options", in: record)))
      }
    }
    let known = Set(instrument.items.flatMap(\.optionIDs))
    for option in common + own.values.flatMap(\.self) where !known.contains(option.option) {
      throw record.fault("there is no answer \"\(option.option)\"", at: "options")
    }
    return InstrumentWording(
      instrument: instrument.id, version: instrument.version, licence: try record.text("licence"),
      licensedOn: day, instructions: try record.optionalText("instructions") ?? "",
      items: instrument.items.compactMap { item in
        texts[item.id].map { text in
          let ids = Set(item.optionIDs)
          let options = own[item.id] ?? common.filter { ids.contains($0.option) }
          return ItemWording(item: item.id, text: text, options: options)
        }
      })
  }

  private static func text(_ json: Json, at key: String, in record: JsonRecord) throws(LibraryError) -> String
  {
    guard case .text(let text) = json.kind, !text.isEmpty else {
      throw record.fault("words are wanted", at: key)
    }
    return text
  }
}

extension InstrumentItem {
  fileprivate var optionIDs: [OptionID] {
    if case .choice(let options) = kind { return options.map(\.id) }
    return []
  }
}
