import Testing
import VisitModel
import VisitReports

@Suite("Lists of visits, and one visit in full")
struct VisitListTests {
  @Test("newest first, by the day of the visit and then by when it was entered")
  func order() {
    var small = SmallCaseload()
    let (abbott, bevan) = (small.family("Abbott"), small.family("Bevan"))
    let old = small.visit(abbott, "2026-10-01", entered: "2026-11-01")
    let first = small.visit(bevan, "2026-11-05")
    let second = small.visit(abbott, "2026-11-05")
    #expect(VisitReport(small.caseload).rows.map(\.id) == [second, first, old])
    #expect(VisitReport(small.caseload, period: period("2026-11")).rows.map(\.id) == [second, first])
    #expect(VisitReport(small.caseload, family: bevan).rows.map(\.id) == [first])
  }

  @Test("a list that reads only what is shown has the same visits, in the same order, those taken back too")
  func index() throws {
    var small = SmallCaseload()
    let (abbott, bevan) = (small.family("Abbott"), small.family("Bevan", .supported(SmallCaseload.mo)))
    var ids: [RecordID] = []
    for (visitDay, entered) in [
      ("2026-10-01", "2026-11-01"), ("2026-11-05", "2026-11-05"), ("2026-11-05", "2026-11-06"),
      ("2024-02-29", "2026-11-06"), ("2026-11-07", "2026-11-07"),
    ] {
      ids.append(small.visit(ids.count % 2 == 0 ? abbott : bevan, visitDay, entered: entered))
    }
    small.retract(ids[1], why: "wrong family", on: "2026-11-08")
    small.amend(ids[2], why: "slip", on: "2026-11-08") { $0.note = "longer" }
    let jo = Member(number: MemberNumber(2), name: "Jo", role: .volunteer, volunteer: SmallCaseload.jo)
    for viewer in [nil, jo] {
      let index = VisitIndex(small.caseload, viewer: viewer)
      let report = VisitReport(small.caseload, includingRetracted: true, viewer: viewer)
      #expect(index.places.compactMap { VisitIndex.row($0, in: small.caseload) } == report.rows)
      #expect(index.places.map(\.isRetracted) == report.rows.map(\.isRetracted))
      for text in ["", "longer", "retracted", "bevan", "minutes:>30", "person:P1", "2026-11"] {
        let filter = VisitFilter(text)
        #expect(
          index.narrowed(to: filter, in: small.caseload).places.map(\.id)
            == filter.rows(report.rows).map(\.id), "\(text)")
      }
    }
    #expect(VisitIndex(small.caseload, records: [ids[0], ids[1]]).places.map(\.id) == [ids[1], ids[0]])
  }

  @Test("a visit taken back is listed only when asked for, marked, with what it said")
  func retracted() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    let mistaken = small.visit(family, "2026-11-05") { $0.note = "next door" }
    small.retract(mistaken, why: "wrong family", on: "2026-11-06")
    #expect(VisitReport(small.caseload).rows.isEmpty)
    let row = try #require(VisitReport(small.caseload, includingRetracted: true).rows.first)
    #expect(row.isRetracted && row.isCorrected)
    #expect(row.visit.note == "next door")
  }

  @Test("a volunteer sees the families matched with them, and visits they made elsewhere")
  func volunteerView() {
    var small = SmallCaseload()
    let (own, other) = (small.family("Own"), small.family("Other", .supported(SmallCaseload.mo)))
    let byAnother = small.visit(own, "2026-11-01", by: [SmallCaseload.mo])
    let helping = small.visit(other, "2026-11-02", by: [SmallCaseload.mo, SmallCaseload.jo])
    small.visit(other, "2026-11-03", by: [SmallCaseload.mo])
    let jo = Member(number: MemberNumber(2), name: "Jo", role: .volunteer, volunteer: SmallCaseload.jo)
    #expect(VisitReport(small.caseload, viewer: jo).rows.map(\.id) == [helping, byAnother])
    #expect(VisitReport(small.caseload, volunteer: SmallCaseload.jo).rows.map(\.id) == [helping])
  }

  @Test(
    "a visit is late when it was entered after the limit, whatever was corrected since",
    arguments: [("2026-11-05", false), ("2026-11-06", false), ("2026-11-07", true)])
  func late(entered: String, isLate: Bool) {
    var small = SmallCaseload()
    let visit = small.visit(small.family("Abbott"), "2026-11-05", entered: entered)
    small.amend(visit, why: "more to say", on: "2026-11-20") { $0.note = "and more" }
    #expect(VisitReport(small.caseload).rows.map(\.isLate) == [isLate])
  }

  private var fullVisit: (small: SmallCaseload, id: RecordID) {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    let id = small.visit(
      family, "2026-11-05", by: [SmallCaseload.jo, SmallCaseload.bea], entered: "2026-11-06"
    ) {
      $0.travel = Minutes(25)
      $0.miles = Miles(tenths: 64)
      $0.expenses = Pence(340)
      $0.attendance = [
        Attendance(person: PersonNumber(1), presence: .there),
        Attendance(person: PersonNumber(2), presence: .declined),
      ]
      $0.needs = [NeedID(rawValue: "isolation"), NeedID(rawValue: "home")]
      $0.activities = [ActivityID(rawValue: "listening")]
      $0.signposted = [.listed(ServiceNumber(3)), .named("Dr Bray")]
      $0.moments = [MomentID(rawValue: "delight")]
      $0.momentWords = "He laughed"
      $0.note = "Rosie had slept"
      $0.familyWords = "=better"
      $0.followUp = FollowUp(what: "leaflet", by: day("2026-11-28"))
      $0.next = VisitPlan(day: day("2026-11-12"), start: TimeOfDay(minutesAfterMidnight: 615))
    }
    return (small, id)
  }

  @Test("the table has the fields of domain.md, and names nobody unless asked to")
  func columns() throws {
    let (small, id) = fullVisit
    let rows = VisitReport(small.caseload).rows
    let lines = CSV.text(VisitTable(identifiable: false).table(rows)).split(separator: "\r\n")
    #expect(
      lines[0]
        == "visitId,entry,family,episode,date,start,minutes,travelMinutes,miles,expensesPence,channel,outcome,"
        + "volunteers,there,declined,away,needs,activities,signposted,attendedTogether,moments,enteredAt,late,corrected,retracted"
    )
    #expect(
      lines[1]
        == "\(id),8,F-0001,E1,2026-11-05,10:00,60,25,6.4,340,home,done,V-01; V-03,P1,P2,,isolation; home,"
        + "listening,S-003; other,,delight,2026-11-06T12:00:00Z,false,false,false")
    #expect(!lines[1].contains("Bray") && !lines[1].contains("laughed"))
    let named = CSV.text(VisitTable(identifiable: true).table(rows)).split(separator: "\r\n")
    #expect(
      named[1].hasSuffix(
        ",Abbott,\"Jo Simms, Bea Hughes\",Rosie had slept,'=better,,He laughed,leaflet,2026-11-28,2026-11-12,10:15"
      ))
  }

  @Test("a visit nobody made has no start, no channel, and nought minutes")
  func missed() {
    var small = SmallCaseload()
    small.visit(small.family("Abbott"), "2026-11-05", .cancelled(by: .office))
    let line = CSV.text(VisitTable(identifiable: false).table(VisitReport(small.caseload).rows))
    #expect(line.contains(",2026-11-05,,0,0,0.0,0,,cancelled by office,V-01,"))
  }

  @Test("a correction shows each field it changed, before and after, in the order of the form")
  func changes() throws {
    var (small, id) = fullVisit
    small.amend(id, why: "wrong length", on: "2026-11-09") {
      $0.outcome = .minutes(90)
      $0.note = ""
      $0.worry = "bruise"
    }
    small.retract(id, why: "twice", on: "2026-11-10")
    let record = try #require(small.caseload.visit(id)).visit
    #expect(record.history.count == 3)
    #expect(
      record.history[1].changes == [
        FieldChange(field: .start, old: "10:00", new: ""), FieldChange(field: .minutes, old: "60", new: "90"),
        FieldChange(field: .note, old: "Rosie had slept", new: ""),
        FieldChange(field: .worry, old: "", new: "bruise"),
      ])
    #expect(record.history[2].isRetraction && record.history[2].changes.isEmpty)
  }

  @Test("a correction that arrives after the visit was taken back is laid beside what it said last")
  func correctedAfterRetraction() throws {
    var (small, id) = fullVisit
    let before = try #require(small.caseload.visit(id)?.visit)
    small.retract(id, why: "twice", on: "2026-11-10")
    var visit = try #require(before.current)
    visit.note = "from the other laptop"
    let amendment = Amendment(record: id, basedOn: before.latest.entry, reason: reason("more to say"))
    small.apply(.visitAmended(amendment, visit), on: day("2026-11-11"))
    let record = try #require(small.caseload.visit(id)).visit
    #expect(
      record.history.last?.changes == [
        FieldChange(field: .note, old: "Rosie had slept", new: "from the other laptop")
      ])
  }

  @Test("the document of a visit holds its fields and every version with who, when and why")
  func document() throws {
    var (small, id) = fullVisit
    small.amend(id, why: "wrong length", on: "2026-11-09") { $0.outcome = .minutes(90) }
    let found = try #require(small.caseload.visit(id))
    let document = VisitDocument.json(found.visit, of: found.family, in: small.caseload)
    let text = JSONWriter.text(document, pretty: false)
    #expect(
      text.hasPrefix(
        #"{"visitId":"\#(id)","entry":8,"family":"F-0001","familyName":"Abbott","episode":"E1","date":"2026-11-05","start":null,"minutes":90,"travelMinutes":25,"miles":6.4,"expensesPence":340,"#
      ))
    #expect(text.contains(#"{"person":"P1","name":"Rosie Abbott","presence":"there"}"#))
    #expect(text.contains(#""next":{"date":"2026-11-12","start":"10:15"}"#))
    #expect(
      text.contains(
        #""at":"2026-11-09T12:00:00Z","by":"Ann Lee","reason":"wrong length","retraction":false,"changes":[{"field":"start","old":"10:00","new":""},{"field":"minutes","old":"60","new":"90"}]"#
      ))
  }
}
