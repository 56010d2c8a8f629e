import VisitLibrary
import VisitModel

/// One check-in in a line: what it was, who answered, the score with its scale, and the change with its word.
struct CheckInLine {
  let instrument: String
  let person: String
  let score: String
  let change: String
  let isWorse: Bool

  init(_ checkIn: CheckIn, file: FamilyFile, at desk: Desk) {
    let known = desk.instruments[checkIn.instrument]
    instrument = known?.shortTitle ?? checkIn.instrument.rawValue
    person = file.family.person(checkIn.person)?.shortName ?? checkIn.person.description
    if let elsewhere = checkIn.elsewhere {
      let values = ["by": elsewhere.by, "result": elsewhere.result.oneLine]
      let key = elsewhere.result.isEmpty ? "checkin.elsewhere" : "checkin.elsewhere.result"
      (score, change, isWorse) = ("", desk.words(key, values), false)
      return
    }
    guard let known, known.version == checkIn.version, let primary = known.primaryScore else {
      (score, change, isWorse) = ("", desk.words("checkin.otherversion"), false)
      return
    }
    let result = known.result(of: checkIn.answers)
    guard let value = result.score(primary.id)?.value else {
      (score, change, isWorse) = ("-", desk.words("checkin.noscore"), false)
      return
    }
    score = value.text(decimals: primary.decimals)
    let before = file.standingCheckIns.compactMap(\.current).last {
      $0.person == checkIn.person && $0.instrument == checkIn.instrument && $0.version == checkIn.version
        && $0.day < checkIn.day
    }
    guard let before,
      let changed = known.change(of: primary.id, from: known.result(of: before.answers), to: result)
    else {
      (change, isWorse) = (desk.words("checkin.first"), false)
      return
    }
    let sign = changed.difference > .zero ? "+" : ""
    change = desk.words(
      "checkin.change",
      [
        "word": desk.words("change.\(changed.change.rawValue)"),
        "by": sign + changed.difference.text(decimals: primary.decimals),
        "day": desk.short(before.day),
      ])
    isWorse = changed.change == .worse
  }
}
