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
    let fields: [(key: String, value: PlacedJSON)]
  }

  /// Reads a file; it has to be a JSON record or a list of records.
  init(_ bytes: [UInt8], name: String, words: Wording) throws(Failure) {
    self.name = name
    self.words = words
    let value: PlacedJSON
    do throws(JSONFault) {
      value = try PlacedJSONReader.read(bytes)
    } catch {
      throw Failure(
        .badData, RecordsFile.line(name, nil, error.place, words("json.\(error.key)"), words))
    }
    let values: [PlacedJSON]
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

/// What is wrong with the rows of a file, gathered while they are read; nothing is recorded where there is anything.
struct RowProblems {
  let file: RecordsFile
  let explain: Explain
  private var lines: [String] = []

  init(_ file: RecordsFile, _ explain: Explain) {
    self.file = file
    self.explain = explain
  }

  /// How many problems there are.
  var count: Int { lines.count }

  /// Notes that a value is of the wrong kind, or that a key means nothing here.
  mutating func add(_ row: RecordsFile.Row, _ place: TextPlace, _ key: String, _ wordsKey: String) {
    add(row, place, file.words(wordsKey, ["key": key]))
  }

  /// Notes what the rules said, each problem at the value it is about.
  mutating func add(_ row: RecordsFile.Row, _ refusal: Refusal, keys: (Field) -> [String]) {
    for problem in refusal.problems {
      let value = keys(problem.field).lazy.compactMap { key in row.fields.first { $0.key == key }?.value }
        .first
      add(row, value?.place ?? row.place, explain.sentence(problem).trimmed)
    }
  }

  /// Notes a problem in words.
  mutating func add(_ row: RecordsFile.Row, _ place: TextPlace, _ sentence: String) {
    lines.append(RecordsFile.line(file.name, row.number, place, sentence, file.words))
  }

  /// Throws every problem at once, where there is any.
  func finish() throws(Failure) {
    guard !lines.isEmpty else { return }
    throw Failure(
      .badData, ([file.words("json.refused", ["file": file.name])] + lines).joined(separator: "\n"))
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
