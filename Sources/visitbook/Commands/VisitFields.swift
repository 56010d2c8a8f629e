internal import ArgumentParser
internal import VisitModel

/// What can be said of a visit on the command line; each goes through the same rules as a form's field.
struct VisitFields: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day: 2026-11-22, today, tue, -3, 21/11.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("When it began: 14:30, 2.30pm.", valueName: "time"))
  var start: String?
  @Option(help: ArgumentHelp("How long you were with them: 90, 1h30.", valueName: "length"))
  var minutes: String?
  @Option(help: ArgumentHelp("Time on the way, there and back: 25.", valueName: "length"))
  var travel: String?
  @Option(help: "Miles travelled: 6.4.")
  var miles: String?
  @Option(help: ArgumentHelp("Costs to claim, in pounds: 3.40.", valueName: "pounds"))
  var expenses: String?
  @Option(help: "home, out together, phone, video, text or group.")
  var channel: String?
  @Option(
    help: ArgumentHelp(
      "done, cut short, no answer, or cancelled by family, volunteer or office."))
  var outcome: String?
  @Option(
    help: ArgumentHelp(
      "Who went: V-07 or a name; several with commas, 'none' for someone from the office.",
      valueName: "volunteers"))
  var volunteer: String?
  @Option(help: ArgumentHelp("Who was there: P1,P2 or first names.", valueName: "people"))
  var there: String?
  @Option(help: ArgumentHelp("Who was at home and did not want to join in.", valueName: "people"))
  var declined: String?
  @Option(help: ArgumentHelp("Who was away.", valueName: "people"))
  var away: String?
  @Option(help: ArgumentHelp("What was done, from the scheme's list.", valueName: "activities"))
  var activity: [String] = []
  @Option(help: ArgumentHelp("Needs worked on, from the scheme's list.", valueName: "needs"))
  var need: [String] = []
  @Option(
    help: ArgumentHelp(
      "A service the family was pointed to: S-003, or what it is called. Several: give it again.",
      valueName: "service"))
  var signposted: [String] = []
  @Option(
    help: ArgumentHelp("A service you went to together: S-003, or what it is called.", valueName: "service"))
  var attendedTogether: [String] = []
  @Option(
    help: ArgumentHelp("What was seen between parent and baby, from the scheme's list.", valueName: "moments")
  )
  var moment: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What was seen between parent and baby, in your words.", valueName: "text"))
  var momentWords: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What you saw and heard; - reads it from standard input.", valueName: "text"))
  var note: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The family's own words.", valueName: "text"))
  var words: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Anything worrying.", valueName: "text"))
  var worry: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What is to be done.", valueName: "text"))
  var followUp: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("By when it is to be done.", valueName: "day"))
  var by: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day of the next visit.", valueName: "day"))
  var next: String?
  @Option(help: ArgumentHelp("The time of the next visit.", valueName: "time"))
  var nextStart: String?

  /// Puts what was said in its fields; a field that was not named stays as it is, one given as '' is cleared.
  func fill(_ typed: inout TypedVisit, readingNote read: () throws -> String) throws {
    let said: [(Field, String?)] = [
      (.date, date), (.start, start), (.minutes, minutes), (.travelMinutes, travel), (.miles, miles),
      (.expenses, expenses), (.channel, channel), (.outcome, outcome),
      (.volunteers, volunteer?.lowercased() == "none" ? "" : volunteer), (.there, there),
      (.declined, declined), (.away, away),
      (.activities, activity.isEmpty ? nil : activity.joined(separator: ",")),
      (.needs, need.isEmpty ? nil : need.joined(separator: ",")),
      (.signposted, signposted.isEmpty ? nil : signposted.joined(separator: "; ")),
      (.attendedTogether, attendedTogether.isEmpty ? nil : attendedTogether.joined(separator: "; ")),
      (.moments, moment.isEmpty ? nil : moment.joined(separator: ",")), (.momentWords, momentWords),
      (.note, note == "-" ? try read() : note), (.familyWords, words), (.worry, worry),
      (.followUp, followUp), (.followUpBy, by), (.next, next), (.nextStart, nextStart),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
  }

  /// Whether anything was said at all.
  var isEmpty: Bool {
    var typed = TypedVisit()
    try? fill(&typed) { "" }
    return typed.texts.isEmpty && volunteer == nil && note == nil
  }
}

extension FrontDesk {
  /// A note typed into standard input, to its end.
  func standardInputText() throws(Failure) -> String {
    let bytes = try files.read("-", atMost: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, words("file.notText", ["file": "-"]))
    }
    return text
  }
}
