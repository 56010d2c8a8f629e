import Terminal
import VisitLibrary
import VisitModel

/// The services the family was pointed to and uses.
struct FamilyServices: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var count: Int? { nil }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    draw([PageLine(desk.words("family.noservices"), .dim)], in: area, &place, on: &grid)
  }
}
