import Testing
import VisitModel
import VisitReports

@Suite("The board of who is out on a visit")
struct OutBoardTests {
  private func at(_ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(today, TimeOfDay(minutesAfterMidnight: hour * 60 + minute) ?? .midnight)
  }

  private func board() -> SmallCaseload {
    var small = SmallCaseload()
    let (late, later, out, planned, home) = (
      small.family("Late"), small.family("Later", .supported(SmallCaseload.mo)), small.family("Out"),
      small.family("Planned"), small.family("Home")
    )
    small.apply(.outing(out, .left(Outing(volunteer: SmallCaseload.jo, left: at(13), expectedHome: at(15)))))
    small.apply(
      .outing(late, .left(Outing(volunteer: SmallCaseload.jo, left: at(9), expectedHome: at(13, 50)))))
    small.apply(.outing(later, .left(Outing(volunteer: SmallCaseload.mo, left: at(9), expectedHome: at(12)))))
    small.apply(.visitPlanned(planned, VisitPlan(day: today, start: at(16).time)))
    let outing = small.apply(
      .outing(home, .left(Outing(volunteer: SmallCaseload.jo, left: at(9), expectedHome: at(11)))))
    small.apply(.outing(home, .home(outing, at: at(10, 40))))
    return small
  }

  @Test("leads with whoever is longest overdue, then who is out, is expected today, and is home")
  func order() {
    let rows = OutBoard(board().caseload, now: at(14)).rows
    #expect(rows.map(\.name) == ["Later", "Late", "Out", "Planned", "Home"])
    #expect(rows.map(\.state) == [.overdue, .overdue, .out, .planned, .home])
    #expect(rows.map(\.overdueMinutes) == [120, 10, 0, 0, 0])
  }

  @Test("nobody is overdue on the minute they are expected, and somebody is the minute after")
  func minute() {
    let small = board()
    #expect(OutBoard(small.caseload, now: at(12)).overdue == 0)
    #expect(OutBoard(small.caseload, now: at(12, 1)).overdue == 1)
  }

  @Test("shows a volunteer their own families alone")
  func own() {
    let mo = Member(number: MemberNumber(5), name: "Mo", role: .volunteer, volunteer: SmallCaseload.mo)
    #expect(OutBoard(board().caseload, now: at(14), viewer: mo).rows.map(\.name) == ["Later"])
  }
}
