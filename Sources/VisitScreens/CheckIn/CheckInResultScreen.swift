import Terminal
import VisitLibrary
import VisitModel

/// What a check-in came to: start, last and now on the scale's own axis, and the word for the change.
struct CheckInResultScreen: Screen {
  let record: RecordID

  init(_ record: RecordID, at desk: Desk) { self.record = record }

  func familyOpened(at desk: Desk) -> FamilyID? { desk.caseload.checkIn(record)?.family.id }
  func familyInFront(at desk: Desk) -> FamilyID? { desk.caseload.checkIn(record)?.family.id }

  func title(at desk: Desk) -> String {
    guard let (file, record) = desk.caseload.checkIn(record), let checkIn = record.lastSaid else { return "" }
    let name = desk.instruments[checkIn.instrument]?.title ?? checkIn.instrument.rawValue
    return "\(name)  \(desk.title(of: file))"
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    let isGone = desk.caseload.checkIn(record)?.checkIn.isRetracted ?? true
    return [
      Command("back", .back, keys: [.enter, .escape, .character("q")], at: desk),
      Command(
        "retract", .retractVisit, keys: [.character("x")], at: desk,
        unless: isGone ? desk.words("fault.alreadyRetracted") : nil),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: [.pop]
    case .retractVisit: [.push(FormScreen.retractCheckIn(record, at: desk))]
    default: []
    }
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let (file, kept) = desk.caseload.checkIn(record), let checkIn = kept.lastSaid else { return }
    let lines = CheckInPage(checkIn: checkIn, file: file, desk: desk, columns: area.columns - 2).lines
    for (row, line) in lines.prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, row), style: line.style, maxColumns: area.columns - 1)
    }
    grid.cursor = area.origin
  }
}

/// The lines of a check-in's page.
struct CheckInPage {
  let checkIn: CheckIn
  let file: FamilyFile
  let desk: Desk
  let columns: Int

  var lines: [(text: String, style: Style)] {
    let person = file.family.person(checkIn.person)?.name ?? checkIn.person.description
    var lines: [(text: String, style: Style)] = [
      (
        desk.words(
          "checkin.head",
          [
            "person": person, "day": desk.long(checkIn.day),
            "mode": desk.words("mode.\(checkIn.mode.rawValue.filter(\.isLetter))"),
            "point": desk.words("point.\(checkIn.point.rawValue)"),
          ]), .normal
      ), ("", .normal),
    ]
    if let elsewhere = checkIn.elsewhere { return heardOf(elsewhere, person) }
    let known = desk.instruments[checkIn.instrument]?.asked(of: file, on: checkIn.day)
    guard let instrument = known, instrument.version == checkIn.version else {
      return lines + [(desk.words("checkin.otherversion"), .caution)]
    }
    let earlier = file.standingCheckIns.compactMap(\.current).filter {
      $0.person == checkIn.person && $0.instrument == checkIn.instrument && $0.version == checkIn.version
        && $0.day < checkIn.day
    }
    let now = instrument.result(of: checkIn.answers)
    let start = earlier.first.map { ($0.day, instrument.result(of: $0.answers)) }
    let last = earlier.count > 1 ? earlier.last.map { ($0.day, instrument.result(of: $0.answers)) } : nil
    lines.append((heading(hasLast: last != nil), .heading))
    for score in instrument.scores {
      lines += self.lines(of: score, instrument, now: now, start: start, last: last)
    }
    lines += triggers(instrument, now)
    lines.append(("", .normal))
    for line in CellText.wrapped(instrument.head.licence.notice, to: max(10, columns)) {
      lines.append((String(line), .dim))
    }
    return lines
  }

  /// What is known of a form that somebody else gave.
  private func heardOf(_ elsewhere: DoneElsewhere, _ person: String) -> [(text: String, style: Style)] {
    let values = ["person": person, "day": desk.long(checkIn.day), "by": elsewhere.by]
    let result =
      elsewhere.result.isEmpty
      ? [] : CellText.wrapped(elsewhere.result, to: max(10, columns)).map { (String($0), Style.normal) }
    let notice = desk.instruments[checkIn.instrument]?.head.licence.notice ?? ""
    return [(desk.words("checkin.elsewhere.head", values), .normal), ("", .normal)] + result
      + [("", .normal), (desk.words("checkin.elsewhere.unscored"), .dim)]
      + CellText.wrapped(notice, to: max(10, columns)).map { (String($0), .dim) }
  }

  /// Where the numbers of a line stand, whatever its title.
  private func heading(hasLast: Bool) -> String {
    let columns = [desk.words("checkin.start")] + (hasLast ? [desk.words("checkin.last")] : [])
    return CellText.padded("", to: 27)
      + (columns + [desk.words("checkin.now")])
      .map { CellText.padded($0, to: 7) }.joined()
  }

  private func lines(
    of score: Score, _ instrument: Instrument, now: CheckInResult, start: (Day, CheckInResult)?,
    last: (Day, CheckInResult)?
  ) -> [(text: String, style: Style)] {
    guard let result = now.score(score.id), let value = result.value else {
      return score.isPrimary ? [(desk.words("checkin.noscore"), .dim)] : []
    }
    func number(_ result: CheckInResult?) -> String {
      CellText.padded(result?.score(score.id)?.value.map(score.text(of:)) ?? "-", to: 7)
    }
    var text = CellText.padded(CellText.truncated(score.title.text() ?? score.id.rawValue, to: 26), to: 27)
    text += number(start?.1) + (last.map { number($0.1) } ?? "") + number(now)
    if let range = score.range { text += axis(value, range) }
    // Volunteers are told what to do, never a word for how bad it is.
    if desk.member.role.isOffice, let band = result.band?.label.text(), !band.isEmpty { text += "  " + band }
    var isWorse = false
    if let start, let change = instrument.change(of: score.id, from: start.1, to: now) {
      text += "  " + desk.words("change.\(change.change.rawValue)")
      isWorse = change.change == .worse
    }
    return [(text, isWorse ? .caution : score.isPrimary ? .strong : .normal)]
  }

  /// The value on the scale's own axis, with its top.
  private func axis(_ value: Hundredths, _ range: ClosedRange<Hundredths>) -> String {
    let span = max(1, (range.upperBound - range.lowerBound).count)
    let bar = Bar.text(
      value: Double((value - range.lowerBound).count), maximum: Double(span), columns: 10,
      glyphs: desk.isUnicode ? .eighths : .ascii)
    return CellText.padded(bar, to: 10) + "/" + range.upperBound.text(decimals: 0)
  }

  private func triggers(_ instrument: Instrument, _ now: CheckInResult) -> [(text: String, style: Style)] {
    instrument.triggers.filter { now.triggers.contains($0.id) }.flatMap {
      trigger -> [(text: String, style: Style)] in
      let own = desk.member.role.isOffice ? trigger.coordinator.text() : trigger.volunteer.text()
      let text = own.flatMap { $0.isEmpty ? nil : $0 } ?? desk.words("trigger.\(trigger.level.rawValue)")
      return [("", .normal)]
        + CellText.wrapped("! " + text, to: max(10, columns)).map { (String($0), .caution) }
    }
  }
}
