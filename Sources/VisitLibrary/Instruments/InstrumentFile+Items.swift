// The questions of an instrument's file, and the options they share.

internal import VisitModel

enum ItemKeys {
  static let item: Set<String> = [
    "id", "label", "text", "type", "optionSet", "options", "scale", "reverse", "weight", "scored", "maySkip",
    "sensitive", "showIf", "codes",
  ]
  static let option: Set<String> = ["id", "value", "text", "notApplicable", "codes"]
}

/// The options that several questions share, by name.
struct OptionSets {
  private var sets: [String: [ItemOption]] = [:]

  init(_ record: JsonRecord) throws(LibraryError) {
    for (name, json) in try record.entries("optionSets") {
      guard case .list(let options) = json.kind else {
        throw record.fault("\"\(name)\" is a list of options", at: "optionSets")
      }
      var set: [ItemOption] = []
      for (position, option) in options.enumerated() {
        let place = "optionSets.\(name)[\(position)]"
        set.append(
          try InstrumentFile.option(
            JsonRecord(option, file: record.file, place: place, keys: ItemKeys.option)))
      }
      sets[name] = set
    }
  }

  func named(_ name: String) -> [ItemOption]? { sets[name] }
}

extension InstrumentFile {
  static func item(_ record: JsonRecord, options: OptionSets) throws(LibraryError) -> InstrumentItem {
    let id = try record.text("id")
    guard isID(id) else {
      throw record.fault("an id is lower case letters, digits and underscores", at: "id")
    }
    return InstrumentItem(
      id: ItemID(rawValue: id), topic: try record.optionalText("label") ?? "",
      text: try record.localText("text"),
      kind: try kind(of: record, options: options), isReversed: try record.flag("reverse"),
      weight: try record.optionalNumber("weight") ?? Hundredths(whole: 1),
      isScored: try record.flag("scored", or: true), maySkip: try record.flag("maySkip", or: true),
      isSensitive: try record.flag("sensitive"),
      shownWhen: record.has("showIf")
        ? try condition(try record.json("showIf"), file: record.file, place: record.inside("showIf")) : nil,
      codes: try codes(of: record))
  }

  private static func kind(of record: JsonRecord, options: OptionSets) throws(LibraryError) -> ItemKind {
    switch try record.text("type") {
    case "boolean": return .yesNo
    case "scale":
      let scale = try record.record("scale", keys: ["min", "max", "step", "minText", "maxText"])
      return .scale(
        ItemScale(
          min: try scale.number("min"), max: try scale.number("max"),
          step: try scale.optionalNumber("step") ?? Hundredths(whole: 1),
          minText: try scale.localText("minText"),
          maxText: try scale.localText("maxText")))
    case "choice":
      if record.has("options"), record.has("optionSet") {
        throw record.fault("options of its own or a set of options, not both", at: "optionSet")
      }
      if record.has("optionSet") {
        let name = try record.text("optionSet")
        guard let set = options.named(name) else {
          throw record.fault("there is no set of options \"\(name)\"", at: "optionSet")
        }
        return .choice(set)
      }
      var own: [ItemOption] = []
      for option in try record.records("options", keys: ItemKeys.option) {
        own.append(try self.option(option))
      }
      return .choice(own)
    case "text": throw record.fault("questions answered in free text are not supported", at: "type")
    case let other: throw record.fault("\"\(other)\" is none of choice, scale, boolean", at: "type")
    }
  }

  static func option(_ record: JsonRecord) throws(LibraryError) -> ItemOption {
    guard record.has("value") else { throw record.fault("the key \"value\" is missing; null is no score") }
    return ItemOption(
      id: OptionID(rawValue: try record.text("id")), value: try record.optionalNumber("value"),
      text: try record.localText("text"), doesNotApply: try record.flag("notApplicable"),
      codes: try codes(of: record))
  }
}
