import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// How concerns are said on screens: how long one is open, what is late, whom it is about.
enum ConcernLine {
  /// A stretch of time as people say it: `40 min`, `5 h`, `3 d`.
  static func length(_ minutes: Int, at desk: Desk) -> String {
    if minutes < 60 { return desk.words("concern.minutes", ["count": "\(minutes)"]) }
    if minutes < 48 * 60 { return desk.words("concern.hours", ["count": "\(minutes / 60)"]) }
    return desk.words("concern.days", ["count": "\(minutes / 1_440)"])
  }

  /// Where a concern stands, in a word.
  static func stage(_ row: ConcernRow, at desk: Desk) -> String {
    row.file.stage.map { desk.words("concern.stage.\($0.rawValue)") } ?? desk.words("concern.stage.copy")
  }

  /// What is late about it.
  static func late(_ row: ConcernRow, at desk: Desk) -> String {
    row.late.first.map { desk.words("concern.late.\($0.rawValue)") } ?? ""
  }

  /// Whom it is about: the family, then the people.
  static func about(_ row: ConcernRow) -> String {
    let family = [row.familyNumber?.description, row.familyName].compactMap(\.self).joined(separator: " ")
    let people = row.about.joined(separator: ", ")
    return [family, people].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// What a person should do at once, after a concern was raised.
  static func afterRaising(_ file: ConcernFile?, at desk: Desk) -> [Effect] {
    guard let concern = file?.concern, concern.danger == .yes || concern.told == nil else { return [] }
    let key = concern.danger == .yes ? "concern.after.danger" : "concern.after.tell"
    return [
      .ask(
        Question(
          title: desk.words("concern.after.title"),
          text: desk.words(key, ["phone": CrisisWords(desk: desk).coordinator]),
          yes: { _ in [] }, yesTitle: desk.words("concern.after.understood"), yesKey: .enter,
          isNotice: true))
    ]
  }
}

extension Desk {
  /// The day and the time it is.
  var now: Moment { Moment(today, TimeOfDay(typed: String(clock.prefix(5))) ?? .midnight) }
}
