import Terminal
import VisitLibrary
import VisitModel

/// One volunteer's page: contact, readiness with what is missing, families, work by month, and every note.
struct VolunteerScreen: Screen {
  let number: VolunteerNumber
  private var cursor = ListCursor()
  private var notes: [Record<VolunteerNote>] = []

  init(_ number: VolunteerNumber, at desk: Desk) {
    self.number = number
    refresh(at: desk)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String {
    desk.words("volunteers.title") + " > " + desk.volunteerTitle(number)
  }

  private func isOwn(at desk: Desk) -> Bool { desk.member.volunteer == number }

  func commands(at desk: Desk) -> [Command<Act>] {
    let selected = cursor.selection.map { notes[$0] }
    let nothing = selected == nil ? desk.words("family.nothingselected") : nil
    return [
      Command(
        "note", .addNote, keys: [.character("n")], at: desk,
        unless: isOwn(at: desk) ? nil : desk.coordinatorOnly),
      Command(
        "amend", .amendNote, keys: [.enter, .character("e")], at: desk,
        unless: desk.coordinatorOnly ?? nothing),
      Command(
        "retract", .retractNote, keys: [.character("x")], at: desk, unless: desk.coordinatorOnly ?? nothing),
      Command(
        "amendvolunteer", .amendVolunteer, keys: [.character("a")], at: desk, unless: desk.coordinatorOnly),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    let selected = cursor.selection.map { notes[$0] }
    switch act {
    case .back: return [.pop]
    case .addNote:
      return desk.seesReadiness
        ? [.push(FormScreen.whichNote(about: number, at: desk))]
        : [.push(FormScreen.note(.claim, about: number, at: desk))]
    case .amendVolunteer: return [.push(FormScreen.amendVolunteer(number, at: desk))]
    case .amendNote: return selected.map { [.push(FormScreen.amendNote($0, about: number, at: desk))] } ?? []
    case .retractNote:
      return selected.map { [.push(FormScreen.retractNote($0, about: number, at: desk))] } ?? []
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    let first = parts(of: area, at: desk).list.row
    let isOpened = cursor.handle(event, firstRow: first)
    return isOpened && desk.seesReadiness ? perform(.amendNote, at: desk) : []
  }

  mutating func refresh(at desk: Desk) {
    notes = desk.caseload.volunteerFile(number).standingNotes
    cursor.reselect(nil, count: notes.count)
  }

  private func parts(of area: Rect, at desk: Desk) -> (head: Rect, list: Rect) {
    let lines = VolunteerPage(number: number, desk: desk, columns: area.columns - 2).lines
    let (head, rest) = area.splitTop(min(lines.count, max(1, area.rows - 4)))
    return (head, rest.splitTop(1).rest)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (head, list) = parts(of: area, at: desk)
    let lines = VolunteerPage(number: number, desk: desk, columns: area.columns - 2).lines
    for (row, line) in lines.prefix(head.rows).enumerated() {
      grid.write(line.text, at: head.position(1, row), style: line.style, maxColumns: head.columns - 1)
    }
    cursor.pageRows = max(1, list.rows)
    let layout = ColumnLayout(
      [
        Column(id: "day", title: desk.words("column.day"), minimum: 10, ideal: 15),
        Column(id: "what", title: desk.words("column.what"), minimum: 11),
        Column(id: "note", title: desk.words("column.note"), minimum: 12, isFlexible: true),
      ], width: area.columns)
    layout.drawHeader(
      in: Rect(column: list.column, row: list.row - 1, columns: list.columns, rows: 1), on: &grid)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      guard let note = notes[index].lastSaid else { continue }
      layout.drawRow(
        [
          TableCell(desk.day(of: note)), TableCell(desk.words("note.\(note.kind.rawValue)")),
          TableCell(desk.says(note).oneLine),
        ], in: list.line(line), on: &grid, selected: index == cursor.selection)
    }
    if notes.isEmpty {
      let key = desk.seesReadiness ? "volunteer.nonotes" : "volunteer.private"
      grid.writeWrapped(desk.words(key), in: list.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}

/// What stands at the top of a volunteer's page.
struct VolunteerPage {
  let number: VolunteerNumber
  let desk: Desk
  let columns: Int

  /// The lines, wrapped.
  var lines: [PageLine] {
    guard let volunteer = desk.caseload.volunteers[number] else { return [] }
    let roll = VolunteerRoll(desk.caseload, on: desk.today)
    var lines: [PageLine] = []
    func add(_ text: String, _ style: Style = .normal) {
      lines += CellText.wrapped(text, to: max(10, columns)).map { PageLine(String($0), style) }
    }
    let contact = [volunteer.phone, volunteer.email].compactMap(\.self).joined(separator: "   ")
    if !contact.isEmpty { add(contact) }
    let readiness = roll.readiness(of: number)
    if desk.seesReadiness {
      if readiness.isReady {
        add(desk.words("volunteer.ready"), .accent)
      } else {
        let gaps = readiness.gaps.map(desk.gap).joined(separator: "; ")
        add(desk.words("volunteer.gaps", ["gaps": gaps]), readiness.standing == .full ? .normal : .caution)
      }
    }
    let families = roll.families(of: number).map { desk.title(of: $0) }
    add(
      desk.words(
        families.isEmpty ? "volunteer.families.none" : "volunteer.families",
        [
          "families": "\(families.count)", "capacity": "\(readiness.capacity)",
          "names": families.joined(separator: ", "),
        ]))
    for (key, name, items) in described(volunteer) where !items.isEmpty {
      add(desk.words("volunteer.\(key)", [name: items.joined(separator: ", ")]))
    }
    if desk.seesReadiness, let due = roll.supervisionDue(of: number) {
      add(desk.words("volunteer.supervision", ["day": desk.long(due)]), due < desk.today ? .caution : .normal)
    }
    let work = VolunteerWork(of: number, in: desk.caseload)
    for month in work.months.prefix(3) { add(line(of: work.month(month), in: month), .dim) }
    return lines
  }

  private func described(_ volunteer: Volunteer) -> [(key: String, name: String, items: [String])] {
    [
      ("can", "times", volunteer.availability.map(desk.lists.label(of:))),
      ("areas", "areas", volunteer.areas), ("languages", "languages", volunteer.languages),
      ("interests", "interests", volunteer.interests),
      ("transport", "ways", volunteer.transport.map(desk.lists.label(of:))),
    ]
  }

  private func line(of done: VolunteerWork.Done, in month: Month) -> String {
    desk.words(
      "volunteer.month",
      [
        "month": "\(desk.words("month.\(month.number).short")) \(month.year)", "visits": "\(done.visits)",
        "contact": done.contact.text, "miles": done.miles.text, "expenses": done.expenses.text,
      ])
  }
}

extension Desk {
  /// A volunteer as they are called on a screen: number and name.
  func volunteerTitle(_ number: VolunteerNumber) -> String { "\(number) \(caseload.name(of: number))" }

  /// The day of a note; of a claim its month.
  func day(of note: VolunteerNote) -> String {
    guard case .claim(let claim) = note else { return long(note.day) }
    return "\(words("month.\(claim.month.number).short")) \(claim.month.year)"
  }

  /// What a note says, in one sentence.
  func says(_ note: VolunteerNote) -> String {
    switch note {
    case .reference(let reference):
      return words(
        reference.isGood ? "note.reference.good" : "note.reference.not",
        ["who": reference.referee, "note": reference.note])
    case .check(let check):
      return words(
        "note.check.says",
        ["level": lists.label(of: check.level), "number": check.number, "who": check.seenBy])
    case .preparation(let session):
      return words(
        session.finishesCourse ? "note.preparation.finished" : "note.preparation.says",
        ["session": session.session])
    case .supervision(let held):
      return words("note.supervision.says", ["who": held.supervisor, "note": held.note])
    case .training(let training): return training.title
    case .claim(let claim):
      let paid =
        claim.paidOn.map { words("note.claim.paid", ["day": long($0)]) } ?? words("note.claim.unpaid")
      return words(
        "note.claim.says",
        [
          "miles": claim.miles.text, "mileage": claim.mileage.text, "expenses": claim.expenses.text,
          "total": claim.total.text, "paid": paid,
        ])
    }
  }
}
