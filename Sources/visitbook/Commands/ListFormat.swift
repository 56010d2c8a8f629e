internal import ArgumentParser
internal import VisitReports

/// How something is written; plain text unless another is asked for.
protocol OutputFormat: ExpressibleByArgument {
  static var text: Self { get }
  /// The formats there are, for the help.
  static var choice: ArgumentHelp { get }
}

/// How a list is written.
enum ListFormat: String, CaseIterable, OutputFormat {
  case text, csv, json
  static var choice: ArgumentHelp { ArgumentHelp("text, csv or json.", valueName: "format") }
}

/// How a single record is written.
enum RecordFormat: String, CaseIterable, OutputFormat {
  case text, json
  static var choice: ArgumentHelp { ArgumentHelp("text or json.", valueName: "format") }
}

/// The options that showing a list or a record takes.
struct OutputOptions<Format: OutputFormat>: ParsableArguments {
  @Option(help: Format.choice)
  var format: Format = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions
}

/// A command that shows a list or a record.
protocol ShowCommand: DeskCommand {
  associatedtype Format: OutputFormat
  var output: OutputOptions<Format> { get }
}

extension ShowCommand {
  var common: CommonOptions { output.common }
}

extension FrontDesk {
  /// Writes a list; as text only the columns named, which fit a terminal.
  func show(_ table: Table, as format: ListFormat, columns: [String]) throws {
    switch format {
    case .csv: try streams.result(CSV.bytes(table))
    case .json: try streams.result(JSONWriter.bytes(table.json))
    case .text:
      if table.rows.isEmpty {
        streams.message(words.text("empty.\(table.name)") ?? words("empty.list"))
        return
      }
      let text = AlignedText(
        table.keeping(columns), titles: { title(of: $0.key) },
        word: { column, cell in
          if case .boolean(let value) = cell { return value ? words("mark.\(column.key)") : "" }
          return nil
        })
      try streams.result(lines: text.lines)
    }
  }

  /// Writes one record: as JSON, or as labelled lines.
  func show(_ record: JSONValue, as format: RecordFormat) throws {
    switch format {
    case .json: try streams.result(JSONWriter.bytes(record))
    case .text:
      let lines = RecordLines(title: title) { key, value in
        words.text("inline.\(key)") == nil ? nil : words("inline.\(key)", ["value": value])
      }
      try streams.result(lines: lines.lines(of: record))
    }
  }

  /// The heading of a column or label of a field.
  func title(of key: String) -> String { words.text("column.\(key)") ?? key }
}
