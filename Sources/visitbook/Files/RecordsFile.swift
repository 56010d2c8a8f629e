internal import VisitLibrary
internal import VisitModel

/// A file of records that somebody typed or another program wrote: one record, or a list of them.
struct RecordsFile {
  let name: String
  let words: Wording
  /// The records, first to last.
  let rows: [Row]

  /// One record, with its number in the file.
  struct Row {
    let number: Int
    let place: TextPlace
    let fields: [(key: String, value: Json)]

    /// Where the value of the first of the keys stands that the record has.
    func place(ofFirst keys: [String]) -> TextPlace? {
      keys.lazy.compactMap { key in fields.first { $0.key == key }?.value.place }.first
    }
  }

  /// Reads a file; it has to be a JSON record or a list of records.
  init(_ bytes: [UInt8], name: String, words: Wording) throws(Failure) {
    self.name = name
    self.words = words
    let value: Json
    do throws(JsonFault) {
      value = try Json(parsing: bytes)
    } catch {
      throw Failure(
        .badData, RecordsFile.line(name, nil, error.place, words("json.\(error.problem.rawValue)"), words))
    }
    let values: [Json]
    if case .list(let items) = value.kind { values = items } else { values = [value] }
    var rows: [Row] = []
    for (place, item) in values.enumerated() {
      guard case .record(let fields) = item.kind else {
        throw Failure(
          .badData, RecordsFile.line(name, place + 1, item.place, words("json.recordWanted"), words))
      }
      rows.append(Row(number: place + 1, place: item.place, fields: fields))
    }
    guard !rows.isEmpty else { throw Failure(.badData, words("json.empty", ["file": name])) }
    self.rows = rows
  }

  /// A problem as one line: file, row, place, field, what is wrong.
  static func line(
    _ name: String, _ row: Int?, _ place: TextPlace, _ sentence: String, _ words: Wording
  ) -> String {
    words(
      row == nil ? "json.place" : "json.placeInRow",
      [
        "file": name, "row": row.map { "\($0)" } ?? "", "line": "\(place.line)", "column": "\(place.column)",
        "problem": sentence,
      ])
  }
}

/// What is wrong with one record of a file, gathered while it is read.
struct RowProblems {
  let file: RecordsFile
  let row: RecordsFile.Row
  let explain: Explain
  /// What was noted, each problem as one line.
  private(set) var lines: [String] = []

  init(_ file: RecordsFile, _ row: RecordsFile.Row, _ explain: Explain) {
    self.file = file
    self.row = row
    self.explain = explain
  }

  /// Notes that a value is of the wrong kind, or that a key means nothing here.
  mutating func add(_ fault: KeyFault, _ key: String, _ place: TextPlace) {
    add(file.words("json.\(fault.rawValue)", ["key": key]), place)
  }

  /// Notes what the rules said, each problem at the value it is about.
  mutating func add(_ refusal: Refusal, keys: (Field) -> [String]) {
    for problem in refusal.problems {
      add(
        String(explain.sentence(problem).drop { $0 == " " }),
        row.place(ofFirst: keys(problem.field)) ?? row.place)
    }
  }

  /// Notes a problem in words.
  mutating func add(_ sentence: String, _ place: TextPlace) {
    lines.append(RecordsFile.line(file.name, row.number, place, sentence, file.words))
  }
}

extension FrontDesk {
  /// The records of a file named on the command line.
  func records(from name: String) throws(Failure) -> RecordsFile {
    try RecordsFile(files.read(name), name: name, words: words)
  }
}
