internal import VisitModel

/// What became of one visit that was due, in outline: enough to know which entries it leads to.
struct VisitOutline {
  let day: Day
  let kind: VisitOutcomeKind
  /// Days after the visit that it was written up.
  let writtenUpAfter: Int
  /// Days after the visit by which its follow-up is due, where it has one.
  let followUpDays: Int?
  /// Days after the visit that the follow-up was done, where it was.
  let followUpDoneAfter: Int?
  /// Days after the visit that it was put right, where it was.
  let amendedAfter: Int?

  init(_ family: DemoFamily, _ ordinal: Int, in request: DemoRequest) {
    let story = family.story
    var random = SeededRandom(seed: request.seed, purpose: 3, UInt64(story.index), UInt64(ordinal))
    day = story.visitDays[ordinal]
    let isLast = ordinal == story.visitDays.count - 1
    let luck = random.number(in: 0...99)
    kind =
      switch luck {
      case 0..<81: .done
      case 81..<84: .cutShort
      case _ where isLast: .done
      case 84..<91: .cancelledByFamily
      case 91..<95: .cancelledByVolunteer
      case 95..<96: .cancelledByOffice
      default: .noAnswer
      }
    let daysLeft = day.distance(to: request.today)
    writtenUpAfter = random.happens(7) ? min(daysLeft, random.number(in: 2...4)) : 0
    followUpDays = kind == .done && random.happens(22) ? random.number(in: 2...12) : nil
    let doneAfter = random.number(in: 1...14)
    // What was promised lately is often still to be done, what was promised long ago hardly ever.
    let isForgotten = random.happens(daysLeft < 35 ? 45 : 1)
    followUpDoneAfter = followUpDays == nil || isForgotten || doneAfter > daysLeft ? nil : doneAfter
    amendedAfter = kind == .done && daysLeft > 6 && random.happens(1) ? 5 : nil
  }

  /// The reading of the story's own script: whether a next visit is agreed on the last one.
  static func next(after ordinal: Int, of story: FamilyStory) -> Day? {
    if ordinal + 1 < story.visitDays.count { return story.visitDays[ordinal + 1] }
    switch story.script {
    case .steady, .worsening, .justBegun, .unwritten, .endingPlanned:
      return story.visitDays[ordinal].advanced(by: 7)
    default: return nil
    }
  }
}
