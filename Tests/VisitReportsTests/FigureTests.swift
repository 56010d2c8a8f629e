import Testing
import VisitModel
import VisitReports

@Suite("every figure of a summary names its date, its denominator and the families behind it")
struct FigureTests {
  private func sheet(_ small: SmallCaseload, _ text: String = "2026-Q3") throws -> FigureSheet {
    FigureSheet(
      small.caseload, period: period(text), lists: .empty, shelf: InstrumentShelf([try .coping()]),
      today: today)
  }

  private func told(_ sheet: FigureSheet, _ section: FigureSection) -> [String] {
    sheet.lines.filter { $0.section == section }.map { line in
      "\(line.key) \(line.amount.text(decimals: 1))/\(line.total.map { "\($0)" } ?? "-") \(line.families.map(\.rawValue))"
    }
  }

  @Test("waiting counts from acceptance to the first match, by the day matched")
  func waiting() throws {
    var small = SmallCaseload()
    for (name, accepted, matched) in [
      ("A", "2026-06-01", "2026-07-01"), ("B", "2026-07-01", "2026-07-11"), ("C", "2026-08-01", "2026-10-01"),
    ] {
      let id = small.family(name, .accepted, since: accepted)
      small.move(id, .matched(SmallCaseload.jo), matched)
    }
    let later = small.family("D", .accepted, since: "2026-08-20")
    small.move(later, .ended(reason("moved")), "2026-09-10")
    #expect(
      told(try sheet(small), .waiting) == [
        "median 20.0/2 [1, 2]", "longest 30.0/2 [1]", "matched 2.0/- [1, 2]", "waitingAtEnd 1.0/- [3]",
      ])
  }

  @Test("reach counts each family once in its ward; depth says visits a family and weeks of support")
  func reach() throws {
    var small = SmallCaseload()
    let (a, b) = (small.family("A", area: "Cove"), small.family("B"))
    for day in ["2026-07-01", "2026-07-08", "2026-07-15"] { small.visit(a, day) }
    small.visit(b, "2026-08-01")
    small.visit(b, "2026-08-08", .noAnswer)
    small.move(b, .ended(reason("done")), "2026-09-14")
    let sheet = try sheet(small)
    #expect(told(sheet, .reach) == ["Cove 1.0/2 [1]", "notNoted 1.0/2 [2]"])
    #expect(
      told(sheet, .depth) == [
        "visitsMedian 2.0/2 [1, 2]", "visitsMean 2.0/2 [1, 2]", "visitsMost 3.0/2 [1]",
        "weeksMedian 36.0/1 [2]", "weeksLongest 36.0/1 [2]",
      ])
    #expect(told(sheet, .endings) == ["inWords 1.0/1 [2]"])
  }

  @Test("a need improves only where two scores of one person can be compared, the later in the period")
  func outcomes() throws {
    let coping = try Instrument.coping()
    var small = SmallCaseload()
    let (a, b, c) = (small.family("A"), small.family("B"), small.family("C"))
    small.checkIn(a, coping, "2026-02-01", [.rated(1), .rated(2)])
    small.checkIn(a, coping, "2026-08-01", [.rated(3), .rated(2)])
    small.checkIn(b, coping, "2026-08-01", [.rated(3), .rated(2)])
    small.checkIn(c, coping, "2026-02-01", [.rated(1), .rated(2)])
    small.checkIn(c, coping, "2026-03-01", [.rated(5), .declined])
    let row = try #require(try sheet(small).outcomes.first { $0.need == nil })
    #expect(row.presented.count == 3)
    #expect(row.pairs.map(\.family) == [a])
    #expect(row.count(.better) == 1)
    #expect(row.mean == Hundredths(count: 100))
    let pairs = OutcomeTable.pairs([row], in: small.caseload, identifiable: false)
    #expect(pairs.rows.count == row.pairs.count)
    #expect(!pairs.columns.contains { $0.key == "familyName" })
  }

  @Test("a review is on time where it was held by the day it was due")
  func reviews() throws {
    var small = SmallCaseload()
    small.apply(.schemeSet(Scheme(name: "Rushmoor")))
    for (name, began, held) in [
      ("A", "2026-06-01", "2026-07-13"), ("B", "2026-06-01", "2026-07-14"), ("C", "2026-07-06", ""),
      ("D", "2026-11-01", ""),
    ] {
      let id = small.family(name, since: began)
      guard !held.isEmpty else { continue }
      small.apply(
        .evaluation(
          id, .reviewHeld(Review(episode: EpisodeNumber(1), day: day(held), overall: .mixed(nil)))),
        on: day(held))
    }
    let sheet = try sheet(small)
    #expect(
      told(sheet, .reviews) == [
        "due 3.0/- [1, 2, 3]", "onTime 1.0/3 [1]", "lateOrMissing 2.0/3 [2, 3]",
      ])
    #expect(told(sheet, .reviewFindings)[1] == "mixed 2.0/2 [1, 2]")
  }

  @Test("small counts are held back where they leave, with the part that would give them away")
  func suppressed() throws {
    var small = SmallCaseload()
    for place in 0..<8 {
      let id = small.family("F\(place)", area: place < 2 ? "Cove" : place < 7 ? "Manor" : "Cove")
      small.visit(id, "2026-07-01")
    }
    let table = try sheet(small).table(suppressing: true) { $0.key }
    let reach = table.rows.filter { $0[0] == .text("reach") }
    #expect(reach.map { $0[3] } == [.text("<5"), .text("[c]")])
    #expect(reach.allSatisfy { $0[5] == .text("8") && $0[6] == .text("visit date") })
    let open = try sheet(small).table(suppressing: false) { $0.key }
    #expect(
      open.rows.filter { $0[0] == .text("reach") }.map { $0[3].text(as: .decimal(places: 0)) } == ["3", "5"])
  }

  @Test("an export names nobody: the same family has one label in it, and another in the next")
  func labels() throws {
    var small = SmallCaseload()
    small.family("Abbott")
    small.family("Bevan")
    var random = SteadyRandom(seed: 5)
    let table = FamilyTable(identifiable: false).table(
      small.caseload.familiesInOrder, in: small.caseload, on: today)
    let texts = (0..<2).map { _ in
      let export = TableExport(
        table, period: period("2026"), dateBasis: "episode", identifiable: false
      ) { random.next() }
      return String(decoding: export.files[0].bytes, as: UTF8.self)
    }
    #expect(texts.allSatisfy { !$0.contains("F-0001") })
    #expect(texts[0] != texts[1])
    #expect(texts.allSatisfy { $0.split(whereSeparator: \.isNewline).count == 3 })
  }
}
