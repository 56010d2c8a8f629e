internal import FoundationEssentials
internal import VisitLibrary
internal import VisitModel

/// The files in `Fixtures/`, found beside this one.
enum Fixture {
  static let instrumentIDs = [
    "core10", "djg6", "epds", "gad2", "gad7", "k10", "k6", "kpcs", "maas", "mors-sf", "ons4", "pbq", "phq2",
    "phq8",
    "phq9", "pss18", "sdq25", "swemwbs", "topse", "ucla3", "wemwbs", "who5", "whooley",
  ]

  /// The instrument of a file that ships, or, of one that does not, of the file beside this one.
  static func instrument(_ id: String) throws -> Instrument {
    let library = try Library.load()
    if library.instrumentIDs.contains(InstrumentID(rawValue: id)) {
      return try library.instrument(InstrumentID(rawValue: id))
    }
    return try Library.instrument(reading: bytes("instruments/\(id).json"), file: "\(id).json")
  }

  /// The rows of a file of comma separated values without quotes, each by column.
  static func rows(_ name: String) throws -> [[String: String]] {
    let lines = String(decoding: try bytes("oracle/\(name).csv"), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let columns = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }

  private static func bytes(_ path: String, from here: String = #filePath) throws -> [UInt8] {
    let tests = here.split(separator: "/").dropLast(2).joined(separator: "/")
    return [UInt8](try Data(contentsOf: URL(filePath: "/\(tests)/Fixtures/\(path)")))
  }
}

extension Instrument {
  /// The answers of a row, read as if they were typed; an empty cell is a blank.
  func answers(in row: [String: String]) throws -> [ItemAnswer] {
    try answers(typed: items.map { row[$0.id.rawValue] ?? "" })
  }
}
