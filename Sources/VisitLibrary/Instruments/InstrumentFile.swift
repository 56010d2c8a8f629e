internal import VisitModel

/// Reads an instrument's file: JSON by the schema "Instrument definition, version 1".
///
/// Keys the schema does not name are refused, so a misspelt threshold cannot pass for a missing one.
enum InstrumentFile {
  static func read(_ bytes: [UInt8], file: String) throws(LibraryError) -> Instrument {
    let record = try top(of: bytes, file: file)
    let head = try head(of: record)
    let options = try OptionSets(record)
    var items: [InstrumentItem] = []
    for item in try record.records("items", keys: ItemKeys.item) {
      items.append(try self.item(item, options: options))
    }
    var scores: [Score] = []
    for score in try record.records("scores", keys: ScoreKeys.score) { scores.append(try self.score(score)) }
    var triggers: [InstrumentTrigger] = []
    for trigger in try record.records("triggers", keys: triggerKeys) {
      triggers.append(try self.trigger(trigger))
    }
    do {
      return try Instrument(head: head, items: items, scores: scores, triggers: triggers)
    } catch {
      let all = error.faults.map(\.description).joined(separator: "; ")
      throw LibraryError(file: file, problem: all)
    }
  }

  /// The names alone, without looking at questions and scores.
  static func name(in bytes: [UInt8], file: String) throws(LibraryError) -> InstrumentName {
    let record = try top(of: bytes, file: file)
    return InstrumentName(
      id: InstrumentID(rawValue: try record.text("id")),
      version: InstrumentVersion(try record.text("version")),
      title: try record.localText("title"), shortTitle: try record.optionalText("shortTitle"),
      isOnByDefault: try record.flag("defaultEnabled"))
  }

  private static func top(of bytes: [UInt8], file: String) throws(LibraryError) -> JsonRecord {
    let record = try JsonRecord(
      reading: bytes, file: file,
      keys: [
        "$schema", "schemaVersion", "id", "version", "edition", "status", "defaultEnabled", "title",
        "shortTitle",
        "licence", "localLicence", "citations", "about", "administration", "recall", "instructions",
        "optionSets",
        "items", "scores", "triggers", "languages", "codes", "textDigest", "testVectors",
      ])
    guard try record.number("schemaVersion") == Hundredths(whole: 1) else {
      throw record.fault("only version 1 of the file format is known", at: "schemaVersion")
    }
    return record
  }

  private static func head(of record: JsonRecord) throws(LibraryError) -> InstrumentHead {
    let about = try record.record(
      "about", keys: ["respondent", "subject", "perChild", "antenatal", "childAgeMonths", "purpose"])
    let giving = try record.record(
      "administration",
      keys: ["modes", "whoMay", "minutes", "points", "minDaysBetween", "needsSafetyCover", "training"])
    let id = try record.text("id")
    guard isInstrumentID(id) else {
      throw record.fault("an id is 2 to 32 lower case letters, digits and hyphens", at: "id")
    }
    var head = InstrumentHead(
      id: InstrumentID(rawValue: id), version: InstrumentVersion(try record.text("version")),
      status: try record.choice("status", as: InstrumentStatus.self), title: try record.localText("title"),
      licence: try licence(of: record),
      respondent: try about.choice("respondent", as: InstrumentRespondent.self),
      subject: try about.choice("subject", as: InstrumentSubject.self),
      whoMay: try giving.choices("whoMay", as: InstrumentUser.self),
      modes: try giving.choices("modes", as: InstrumentMode.self))
    head.edition = try record.optionalText("edition")
    head.isOnByDefault = try record.flag("defaultEnabled")
    head.shortTitle = try record.optionalText("shortTitle")
    for citation in try record.records("citations", keys: ["id", "text", "doi", "pmid", "url"]) {
      head.citations.append(try citation.text("text"))
    }
    head.isPerChild = try about.flag("perChild")
    head.purpose = try about.localText("purpose")
    head.needsSafetyCover = try giving.flag("needsSafetyCover")
    head.minDaysBetween = try giving.optionalWhole("minDaysBetween")
    if record.has("recall") {
      head.recallDays = try record.record("recall", keys: ["days", "text"]).optionalWhole("days")
    }
    head.instructions = try record.localText("instructions")
    head.codes = try codes(of: record)
    return head
  }

  private static func licence(of record: JsonRecord) throws(LibraryError) -> InstrumentLicence {
    let licence = try record.record(
      "licence",
      keys: [
        "class", "spdx", "holder", "notice", "url", "mayShipText", "mayChangeWording", "nonCommercialOnly",
        "requires", "checkedOn", "evidence",
      ])
    return InstrumentLicence(
      kind: try licence.text("class"), holder: try licence.text("holder"), notice: try licence.text("notice"),
      mayShipText: try licence.flag("mayShipText"), mayChangeWording: try licence.flag("mayChangeWording"))
  }

  static func codes(of record: JsonRecord) throws(LibraryError) -> [InstrumentCode] {
    var codes: [InstrumentCode] = []
    for code in try record.records("codes", keys: ["system", "code", "display", "use"]) {
      codes.append(
        InstrumentCode(
          system: try code.text("system"), code: try code.text("code"), use: try code.optionalText("use")))
    }
    return codes
  }

  private static func isInstrumentID(_ text: String) -> Bool {
    (2...32).contains(text.utf8.count) && isID(text.filter { $0 != "-" }) && !text.contains("_")
      && text.first != "-"
  }
}
