import Terminal
import VisitLibrary
import VisitModel
import VisitReports

extension FormScreen {
  /// Writes the visits of a period to a folder, after saying what will be in the files and who is named.
  static func export(_ period: Period, at desk: Desk) -> FormScreen {
    let bits = desk.bits
    let export = VisitExport(desk.caseload, period: period, identifiable: false, random: bits)
    let form = Form([
      FormField(
        id: Field.record.rawValue, label: desk.words("export.folder"),
        kind: .line("visits-\(period.label)", maxLength: 1_000), isRequired: true)
    ])
    return FormScreen(
      heading: desk.words("export.title", ["period": period.label]),
      explanation: desk.words(
        "export.text",
        [
          "rows": "\(export.rowCount)", "columns": "\(export.columns.count)",
          "files": export.files.map(\.name).joined(separator: ", "),
        ]), form: form
    ) { form, desk throws(Refusal) in
      let folder = plainText(form.text(of: Field.record.rawValue))
      guard !folder.isEmpty else { throw Refusal(.record, .missing) }
      return [.pop, .write(ExportRequest(folder: folder, files: export.files))]
    }
  }
}
