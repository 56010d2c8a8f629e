import Terminal
import VisitLibrary
import VisitModel

/// How the family came, what it needs and what was agreed: referral, assessment, plan, reviews.
struct FamilyPlan: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var count: Int? { nil }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    draw([PageLine(desk.words("family.noplan"), .dim)], in: area, &place, on: &grid)
  }
}
