import Testing
import VisitModel
import VisitReports

@Suite("Typing / in a list")
struct FilterTests {
  private var rows: [CaseloadRow] {
    var small = SmallCaseload()
    let llewelyn = small.family(
      "Llŵelyn-O'Brien", .supported(SmallCaseload.mo),
      people: [Person(number: PersonNumber(1), role: .mother, name: "Zoë Müller")], area: "Cove")
    small.visit(llewelyn, "2026-11-13")
    let abbott = small.family("Abbott", area: "Manor Park")
    small.visit(abbott, "2026-11-01")
    small.family("Cole", .waiting, since: "2026-09-01")
    let report = CaseloadReport(small.caseload, today: today) { row in
      row.stage == .waiting ? ["yn aros"] : []
    }
    return CaseloadSort.number.sorted(report.rows)
  }

  @Test(
    "words find families whatever their capitals, accents and apostrophes; all words must fit",
    arguments: [
      ("", [1, 2, 3]), ("  ", [1, 2, 3]), ("llwelyn", [1]), ("OBRIEN", [1]), ("o’brien", [1]),
      ("zoe muller", [1]),
      ("ito", [1]), ("simms manor", [2]), ("abbott cove", []), ("F-0003", [3]), ("waiting", [3]),
      ("\"not seen\"", [2]),
      ("yn aros", [3]), ("\"manor park\"", [2]), ("park manor", [2]), ("nothing", []), ("0002abbott", []),
    ])
  func words(text: String, numbers: [Int]) {
    #expect(CaseloadFilter(text).rows(rows).map(\.number.count) == numbers)
  }

  @Test(
    "field:value looks in one place, and compares numbers",
    arguments: [
      ("volunteer:simms", [2]), ("volunteer:v-02", [1]), ("stage:waiting", [3]), ("area:cove", [1]),
      ("name:cove", []),
      ("seen:>14", [2]), ("seen:>=10", [1, 2]), ("seen:10", [1]), ("seen:<=10", [1]), ("seen:<10", []),
      ("seen:never", [3]), ("waiting:>28", [3]), ("reason:seen", [2]), ("stage:supported seen:<15", [1]),
      ("volunteer:\"jo simms\"", [2]), ("VOLUNTEER:Simms", [2]), ("colour:red", []),
    ])
  func fields(text: String, numbers: [Int]) {
    #expect(CaseloadFilter(text).rows(rows).map(\.number.count) == numbers)
  }

  @Test("a field still being typed empties nothing", arguments: ["stage:", "seen:>", "seen:", "seen:>="])
  func halfTyped(text: String) {
    #expect(CaseloadFilter(text).rows(rows).count == 3)
  }

  @Test("each letter more never brings a family back")
  func narrowing() {
    let rows = rows
    var last = rows
    for length in 0..."llwelyn mul cove".count {
      let found = CaseloadFilter(String("llwelyn mul cove".prefix(length))).rows(rows)
      #expect(found.allSatisfy(last.contains))
      last = found
    }
    #expect(last.count == 1)
  }

  @Test(
    "visits are found by the same rules, in their words and numbers too",
    arguments: [
      ("moon", [1]), ("note:moon", [1]), ("family:moon", []), ("outcome:cancelled", [2]),
      ("minutes:>60", [1]),
      ("2026-11", [1, 2]), ("date:2026-11-05", [2]), ("volunteer:ito", [1]), ("need:isolation", [1]),
      ("is:late", [2]),
      ("miles:6", [1]), ("abbott", [1, 2, 3]), ("channel:home", [1, 3]), ("is:corrected", [3]),
      ("corrected", [3]), ("late", [2]),
      ("service:massage", [1]), ("service:s-001", [1]), ("service:bray", [1]), ("bray", [1]), ("massage", []),
      ("moment:hat", [1]), ("moment:delight", [1]), ("delight", [1]),
    ])
  func visits(text: String, found: [Int]) {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    small.apply(
      .directory(
        .added(ServiceEntry(number: ServiceNumber(1), organisation: "Ash Hub", name: "Baby massage"))),
      on: day("2026-10-01"))
    let ids = [
      small.visit(family, "2026-11-01", .minutes(90), by: [SmallCaseload.mo]) {
        $0.familyWords = "He points at the mŵn — the moon"
        $0.needs = [NeedID(rawValue: "isolation")]
        $0.miles = Miles(tenths: 64)
        $0.signposted = [.listed(ServiceNumber(1))]
        $0.attendedTogether = [.named("Dr Bray")]
        $0.moments = [MomentID(rawValue: "delight")]
        $0.momentWords = "He laughed at her hat"
      },
      small.visit(family, "2026-11-05", .cancelled(by: .family), entered: "2026-11-09"),
      small.visit(family, "2026-10-05"),
    ]
    small.amend(ids[2], why: "slip", on: "2026-10-06") { $0.note = "longer" }
    let rows = VisitReport(small.caseload).rows
    let wanted = Set(found.map { ids[$0 - 1] })
    #expect(Set(VisitFilter(text).rows(rows).map(\.id)) == wanted)
    let index = VisitIndex(small.caseload)
    #expect(Set(index.narrowed(to: VisitFilter(text), in: small.caseload).places.map(\.id)) == wanted)
    #expect(Set(VisitReport(small.caseload, filter: VisitFilter(text)).rows.map(\.id)) == wanted)
  }

  @Test("a visit is found by the first letters of its name, and by no letters in the midst of it")
  func byName() throws {
    var small = SmallCaseload()
    let id = small.visit(small.family("Abbott"), "2026-11-01")
    let name = id.description
    for text in [name, String(name.prefix(3))] {
      #expect(VisitReport(small.caseload, filter: VisitFilter(text)).rows.map(\.id) == [id], "\(text)")
    }
    for text in [String(name.prefix(2)) + "\u{21}", String(name.suffix(8))] {
      #expect(VisitReport(small.caseload, filter: VisitFilter(text)).rows.isEmpty, "\(text)")
    }
  }
}
