import Terminal
import VisitLibrary
import VisitModel

/// Everyone in the family, a row each.
struct FamilyPeople: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var rows: Int { file.family.people.count }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.number"), minimum: 3),
        Column(id: "name", title: desk.words("column.name"), minimum: 12, ideal: 24),
        Column(id: "role", title: desk.words("column.role"), minimum: 8, ideal: 12, priority: 1),
        Column(id: "age", title: desk.words("column.age"), minimum: 9, ideal: 26, priority: 2),
        Column(id: "notes", title: desk.words("column.notes"), minimum: 8, priority: 3, isFlexible: true),
      ], width: area.columns)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() {
      let person = file.family.people[index]
      var notes: [String] = []
      if person.isMainCarer { notes.append(desk.words("family.maincarer")) }
      if person.birth.isInFirst1001Days(on: desk.today) { notes.append(desk.words("family.1001days")) }
      if !person.livesHere { notes.append(desk.words("family.elsewhere")) }
      layout.drawRow(
        [
          TableCell(person.number.description), TableCell(person.name),
          TableCell(desk.words("person.\(person.role.rawValue)")),
          TableCell(person.birth == .unknown ? "" : desk.age(person)),
          TableCell(notes.joined(separator: ", "), .dim),
        ], in: list.line(row), on: &grid, selected: index == place.cursor.selection)
    }
  }
}
