import Testing
import VisitModel
import VisitReports

@Suite("Families and check-ins as lists and documents")
struct FamilyListTests {
  private static let people = [
    Person(number: PersonNumber(1), role: .mother, name: "Rosie Abbott", isMainCarer: true),
    Person(number: PersonNumber(2), role: .child, name: "Noah", birth: .born(day("2025-09-20"))),
    Person(number: PersonNumber(3), role: .child, name: "baby", birth: .due(day("2027-03-02"))),
    Person(number: PersonNumber(4), role: .child, name: "Kit", birth: .born(day("2021-11-23"))),
    Person(number: PersonNumber(5), role: .child, name: "Sam", birth: .born(day("2021-11-24"))),
    Person(number: PersonNumber(6), role: .child, name: "Ella"),
    Person(
      number: PersonNumber(7), role: .child, name: "Max", livesHere: false, birth: .born(day("2024-01-01"))),
  ]

  @Test("every child at home stands in one age: five on the fifth birthday, unborn until born, or not known")
  func children() {
    let family = Family(number: FamilyNumber(1), name: "Abbott", people: FamilyListTests.people)
    let counts = ChildCounts(of: family, on: today)
    #expect(counts.underFive == 2)
    #expect(counts.fiveAndOver == 1)
    #expect(counts.unborn == 1)
    #expect(counts.ageUnknown == 1)
    #expect(counts.inFirst1001Days == 2)
    #expect(counts.total == 5)
  }

  @Test(
    "a child counts from conception, taken as 280 days before birth or due date",
    arguments: [("2026-05-25", 0), ("2026-05-26", 1)])
  func conception(on: String, unborn: Int) {
    let baby = Person(number: PersonNumber(1), role: .child, name: "b", birth: .due(day("2027-03-02")))
    let born = Person(number: PersonNumber(2), role: .child, name: "c", birth: .born(day("2027-03-02")))
    let family = Family(number: FamilyNumber(1), name: "A", people: [baby, born])
    #expect(ChildCounts(of: family, on: day(on)).unborn == unborn * 2)
    #expect(ChildCounts(of: family, on: day(on)).total == unborn * 2)
  }

  @Test("the table of families names nobody unless asked to")
  func table() {
    var small = SmallCaseload()
    let family = small.family("Abbott", people: FamilyListTests.people, area: "Cove")
    small.visit(family, "2026-11-07")
    let files = small.caseload.familiesInOrder
    let plain = CSV.text(FamilyTable(identifiable: false).table(files, in: small.caseload, on: today))
    #expect(
      plain.split(separator: "\r\n")[1]
        == "F-0001,E1,supported,2026-01-05,2026-01-05,V-01,Cove,2,5,2,2,1,,,1,2026-11-07")
    #expect(!plain.contains("Abbott") && !plain.contains("Noah"))
    let named = CSV.text(FamilyTable(identifiable: true).table(files, in: small.caseload, on: today))
    #expect(named.contains("Rosie Abbott") && named.contains("Noah") && named.contains("Jo Simms"))
  }

  @Test("the document of a family tells its pathway, and what each amendment changed")
  func document() throws {
    var small = SmallCaseload()
    let id = small.family("Abbott", .accepted, since: "2026-01-05")
    small.move(id, .ended(reason("moved away")), "2026-02-01")
    let file = try #require(small.caseload.families[id])
    var amended = file.family
    amended.area = "Cove"
    amended.people[0].name = "Rose Abbott"
    small.apply(.familyAmended(id, amended, reason("as she spells it")), on: day("2026-02-02"))
    let now = try #require(small.caseload.families[id])
    let text = JSONWriter.text(FamilyDocument.json(now, in: small.caseload, on: today), pretty: false)
    #expect(
      text.contains(
        #""stage":"ended","volunteer":null,"endingOn":null,"ending":null,"reason":"moved away""#))
    #expect(
      text.contains(
        #""reason":"as she spells it","changes":[{"field":"area","old":"","new":"Cove"},{"field":"personName","old":"P1, Rosie Abbott, mother, main carer","new":"P1, Rose Abbott, mother, main carer"}]"#
      ))
  }

  @Test("a person who joins or leaves a family is a change of one line")
  func people() {
    let old = Family(number: FamilyNumber(1), name: "Abbott", people: [FamilyListTests.people[0]])
    var new = old
    new.people.append(FamilyListTests.people[1])
    let joined = FieldChange(field: .personName, old: "", new: "P2, Noah, child, 2025-09-20")
    let left = FieldChange(field: .personName, old: "P2, Noah, child, 2025-09-20", new: "")
    #expect(TypedFamily.changes(from: old, to: new) == [joined])
    #expect(TypedFamily.changes(from: new, to: old) == [left])
  }

  @Test("check-ins are listed newest first with their score; without the instrument, with none")
  func checkIns() throws {
    var small = SmallCaseload()
    let coping = try Instrument.coping()
    let family = small.family("Abbott")
    small.checkIn(family, coping, "2026-10-01", [.rated(1), .rated(2)])
    let id = small.checkIn(family, coping, "2026-11-01", [.rated(4), .declined])
    let shelf = InstrumentShelf([coping])
    let rows = CheckInReport(small.caseload, instruments: shelf).rows
    let lines = CSV.text(CheckInTable(identifiable: false).table(rows)).split(separator: "\r\n")
    #expect(
      lines[0]
        == "checkInId,entry,family,person,instrument,version,date,point,mode,score,value,answered,missing,"
        + "elsewhere,enteredAt,retracted,band")
    #expect(
      lines[1]
        == "\(id),9,F-0001,P1,coping,1.0.0,2026-11-01,review,alone,mean,4.00,1,1,false,2026-11-01T12:00:00Z,false,fair"
    )
    #expect(lines[2].hasSuffix("mean,1.50,2,0,false,2026-10-01T12:00:00Z,false,low"))
    let forVolunteers = CSV.text(CheckInTable(identifiable: false, bands: false).table(rows))
    #expect(!forVolunteers.contains("low") && !forVolunteers.contains("band"))
    let unknown = CheckInReport(small.caseload, instruments: InstrumentShelf()).rows
    #expect(unknown.count == 2 && unknown.allSatisfy { $0.score == nil && $0.result == nil })
  }

  @Test("the document of a check-in keeps declined apart from not asked and from nought")
  func checkInDocument() throws {
    var small = SmallCaseload()
    let coping = try Instrument.coping()
    let family = small.family("Abbott")
    let id = small.checkIn(family, coping, "2026-11-01", [.rated(0), .declined])
    let found = try #require(small.caseload.checkIn(id))
    let text = JSONWriter.text(
      CheckInDocument.json(
        found.checkIn, of: found.family, in: small.caseload, instruments: InstrumentShelf([coping])),
      pretty: false)
    #expect(text.contains(#""answers":[{"item":"isolation","rating":0},{"item":"home","blank":"declined"}]"#))
    #expect(
      text.contains(
        #""scores":[{"score":"mean","value":0,"answered":1,"missing":1,"range":[0,5],"band":"low"}]"#))
    #expect(text.contains(#""triggers":["danger","low"]"#))
  }
}
