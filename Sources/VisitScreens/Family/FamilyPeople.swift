import Terminal
import VisitLibrary
import VisitModel

/// Everyone in the family, a row each.
struct FamilyPeople: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var rows: Int { file.family.people.count }

  private func person(_ selection: Int?) -> Person? {
    selection.flatMap { $0 < file.family.people.count ? file.family.people[$0] : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    let person = person(selection)
    let nobody = person == nil ? desk.words("family.nothingselected") : nil
    let isExpected = expected(selection) != nil
    return [
      Command("amendperson", .amendPerson, keys: [.enter], at: desk, unless: desk.coordinatorOnly ?? nobody),
      Command("newperson", .newPerson, keys: [.character("n")], at: desk, unless: desk.coordinatorOnly),
      Command(
        "birth", .birth, keys: [.character("b")], at: desk,
        unless: desk.coordinatorOnly ?? (isExpected ? nil : desk.words("birth.notexpected")),
        onKeyLine: isExpected),
      Command(
        "healthreview", .healthReview, keys: [.character("h")], at: desk,
        unless: person?.role == .child ? nil : desk.words("healthreview.nochild"),
        onKeyLine: person?.role == .child),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    switch act {
    case .newPerson: return [.push(FormScreen.person(file, nil, at: desk))]
    case .amendPerson, .open: return person(selection).map { [.push(FormScreen.person(file, $0, at: desk))] }
    case .birth: return expected(selection).map { [.push(FormScreen.birth(file, of: $0, at: desk))] }
    case .healthReview:
      return [.push(FormScreen.healthReview(file, of: person(selection), at: desk))]
    default: return nil
    }
  }

  /// The child that may be born now: the one selected, or the only one that is expected.
  private func expected(_ selection: Int?) -> Person? {
    let all = file.family.people.filter { $0.birth.isUnborn(on: desk.today) }
    return person(selection).flatMap { all.contains($0) ? $0 : nil } ?? (all.count == 1 ? all[0] : nil)
  }

  /// What stands behind a person's name and age: what matters for visits, then school and needs.
  private func notes(_ person: Person) -> String {
    var notes: [String] = []
    if person.isMainCarer { notes.append(desk.words("family.maincarer")) }
    if person.birth.isInFirst1001Days(on: desk.today) { notes.append(desk.words("family.1001days")) }
    if !person.livesHere { notes.append(desk.words("family.elsewhere")) }
    if let due = file.healthReviewDue(of: person, on: desk.today) { notes.append(desk.healthReview(due)) }
    notes += [person.additionalNeeds, person.school, person.language].compactMap(\.self)
    return notes.joined(separator: ", ")
  }

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
      layout.drawRow(
        [
          TableCell(person.number.description), TableCell(person.name),
          TableCell(desk.words("person.\(person.role.rawValue)")),
          TableCell(person.birth == .unknown ? "" : desk.age(person)),
          TableCell(notes(person), .dim),
        ], in: list.line(row), on: &grid, selected: index == place.cursor.selection)
    }
  }
}

extension Desk {
  /// A health visitor's review to look at: "health review 9-12 months: not recorded", or from when it is due.
  func healthReview(_ due: HealthReviewDue) -> String {
    let name = words("review.\(due.review.rawValue.filter { !$0.isWhitespace })")
    let key = due.window.lowerBound > today ? "healthreview.next" : "healthreview.open"
    return words(key, ["review": name, "day": long(due.window.lowerBound)])
  }
}
