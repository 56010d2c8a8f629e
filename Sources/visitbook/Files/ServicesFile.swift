internal import VisitLibrary
internal import VisitModel

/// The services table of Open Referral UK (HSDS 3.0, `service`), as the scheme's directory takes it in.
struct ServicesFile {
  let table: CsvFile
  let name: String
  let organisations: OrganisationNames?
  let usualOrganisation: String
  let words: Wording
  let explain: Explain

  /// Which column fills which field.
  private static let columns: [(column: String, field: Field)] = [
    ("name", .serviceName), ("description", .about), ("url", .website), ("email", .email),
    ("application_process", .howToRefer), ("phone", .phone), ("address", .address),
  ]

  /// The facts of every row that says something new, or every problem of every row.
  func facts(in caseload: Caseload, lists: SchemeLists) throws(Failure) -> [Fact] {
    guard table.columns.contains("name") else {
      throw Failure(.badData, words("csv.columnMissing", ["file": name, "column": "name"]))
    }
    var caseload = caseload
    var facts: [Fact] = []
    var lines: [String] = []
    var seen: Set<String> = []
    for (place, row) in table.rows.enumerated() {
      func note(_ sentence: String, _ at: TextPlace) {
        lines.append(RecordsFile.line(name, place + 1, at, sentence, words))
      }
      let id = plainText(table.field("id", of: row)?.text ?? "")
      if !id.isEmpty, !seen.insert(id).inserted {
        note(words("csv.idTwice", ["id": id]), table.field("id", of: row)?.place ?? row.place)
        continue
      }
      do throws(Refusal) {
        let made = try AddService(typed: typed(row), externalID: id).facts(in: caseload, lists: lists)
        facts += made
        caseload.supposing(made)
      } catch {
        for problem in error.problems {
          note(String(explain.sentence(problem).drop { $0 == " " }), self.place(of: problem.field, row))
        }
      }
    }
    guard lines.isEmpty else {
      throw Failure(.badData, ([words("json.refused", ["file": name])] + lines).joined(separator: "\n"))
    }
    return facts
  }

  private func typed(_ row: CsvFile.Row) -> TypedService {
    var typed = TypedService()
    for (column, field) in ServicesFile.columns { typed[field] = table.field(column, of: row)?.text ?? "" }
    typed[.organisation] = organisation(of: row)
    typed[.ages] = ages(of: row)
    let status = table.field("status", of: row)?.text.lowercased() ?? ""
    typed[.active] = (status.isEmpty || status == "active" ? YesOrNo.yes : .no).rawValue
    if let eligible = table.field("eligibility_description", of: row)?.text, !eligible.isEmpty {
      typed[.about] += (typed[.about].isEmpty ? "" : "\n") + eligible
    }
    return typed
  }

  private func organisation(of row: CsvFile.Row) -> String {
    if let named = table.field("organization_name", of: row)?.text, !plainText(named).isEmpty { return named }
    if let id = table.field("organization_id", of: row)?.text, let named = organisations?[id] { return named }
    return usualOrganisation
  }

  private func ages(of row: CsvFile.Row) -> String {
    let least = plainText(table.field("minimum_age", of: row)?.text ?? "")
    let most = plainText(table.field("maximum_age", of: row)?.text ?? "")
    if least.isEmpty { return most.isEmpty ? "" : words("ages.upTo", ["most": most]) }
    return most.isEmpty
      ? words("ages.from", ["least": least]) : words("ages.between", ["least": least, "most": most])
  }

  private func place(of field: Field, _ row: CsvFile.Row) -> TextPlace {
    let columns =
      field == .organisation
      ? ["organization_name", "organization_id"]
      : ServicesFile.columns.filter { $0.field == field }.map(\.column)
    return columns.lazy.compactMap { table.field($0, of: row)?.place }.first ?? row.place
  }
}

/// The names of organisations by their ids, from the organizations table of Open Referral UK.
struct OrganisationNames {
  private var names: [String: String] = [:]

  init(_ table: CsvFile) {
    for row in table.rows {
      guard let id = table.field("id", of: row)?.text, let name = table.field("name", of: row)?.text else {
        continue
      }
      names[id] = name
    }
  }

  /// The name of an organisation.
  subscript(id: String) -> String? { names[id] }
}
