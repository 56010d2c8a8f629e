import Terminal
import VisitLibrary
import VisitModel

/// The concerns about the family that the reader may see.
struct FamilyConcerns: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var count: Int? { nil }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    draw([PageLine(desk.words("family.noconcerns"), .dim)], in: area, &place, on: &grid)
  }
}
