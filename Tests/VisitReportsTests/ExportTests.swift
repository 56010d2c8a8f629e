import Testing
import VisitModel
import VisitReports

@Suite("The export of visits")
struct ExportTests {
  private var caseload: Caseload {
    var small = SmallCaseload()
    let (abbott, bevan) = (small.family("Abbott"), small.family("Bevan"))
    for day in ["2026-07-01", "2026-07-08"] {
      small.visit(abbott, day) {
        $0.note = "Rosie, and the \"new\" baby"
        $0.familyWords = "=1+1"
      }
    }
    small.visit(bevan, "2026-07-02")
    small.visit(bevan, "2026-10-02")
    small.sealedVisit(900, "2026-07-03", .done, minutes: 30)
    return small.caseload
  }

  private func export(identifiable: Bool, seed: UInt64 = 1) -> VisitExport {
    var random = SteadyRandom(seed: seed)
    return VisitExport(
      caseload, period: period("2026-Q3"), identifiable: identifiable, random: { random.next() })
  }

  private func csv(_ export: VisitExport) -> String {
    String(decoding: export.files.first { $0.name == "visits.csv" }?.bytes ?? [], as: UTF8.self)
  }

  @Test("an export is a CSV with every visit of the period, and the description beside it")
  func files() {
    let export = export(identifiable: false)
    #expect(export.files.map(\.name) == ["visits.csv", "datapackage.json"])
    #expect(export.rowCount == 3)
    #expect(export.sealedVisits == 1)
    #expect(csv(export).split(separator: "\r\n").count == 4)
    let package = String(decoding: export.files[1].bytes, as: UTF8.self)
    #expect(package.contains("\"bytes\": \(export.files[0].bytes.count)"))
    for column in export.columns { #expect(package.contains("\"name\": \"\(column.key)\"")) }
  }

  @Test("an anonymous export has nothing of a family's name, number, words or records")
  func anonymous() {
    let text = csv(export(identifiable: false))
    for secret in ["Abbott", "Bevan", "F-0001", "Rosie", "1+1", "Jo Simms"] {
      #expect(!text.contains(secret))
    }
    for row in VisitReport(caseload).rows { #expect(!text.contains(row.id.description)) }
    #expect(!text.contains("entry,") && !text.contains("enteredAt"))
  }

  @Test("a family keeps one label within an export and gets another in the next")
  func labels() throws {
    func families(_ export: VisitExport) -> [Substring] {
      let place = export.columns.firstIndex { $0.key == "family" } ?? 0
      return csv(export).split(separator: "\r\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[place]
      }
    }
    let (first, second) = (
      families(export(identifiable: false)), families(export(identifiable: false, seed: 2))
    )
    #expect(first[0] == first[2] && first[0] != first[1])
    #expect(Set(first).isDisjoint(with: second))
  }

  @Test("randomness that repeats itself still gives every family a label of its own")
  func poorRandomness() {
    let export = VisitExport(caseload, period: period("2026"), identifiable: false, random: { 5 })
    let place = export.columns.firstIndex { $0.key == "visitId" } ?? 0
    let ids = csv(export).split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[place]
    }
    #expect(Set(ids).count == 4)
  }

  @Test("an identifiable export says who, and a formula in somebody's words stays words")
  func identifiable() {
    let text = csv(export(identifiable: true))
    #expect(text.contains(",Abbott,Jo Simms,\"Rosie, and the \"\"new\"\" baby\",'=1+1,"))
    #expect(text.contains("F-0001"))
  }
}
