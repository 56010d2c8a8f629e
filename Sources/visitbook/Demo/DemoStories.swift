internal import VisitModel

/// Settles how many families an invented scheme needs, and tells their stories.
enum DemoStories {
  /// The stories of the families asked for; where a number of visits was asked for, exactly that many.
  static func told(_ asked: DemoRequest, words: DemoWords) -> (DemoRequest, [FamilyStory]) {
    var request = asked
    var stories = told(asked.families, request, words)
    guard let wanted = asked.visits else { return (request, stories) }
    while count(stories) < wanted, request.families < DemoRequest.familiesMax {
      // Growing by what is missing overshoots a little less each time; the surplus is trimmed below.
      let made = max(1, count(stories))
      let grown = request.families * wanted / made
      request.families = min(
        max(grown, request.families + max(1, request.families / 50)), DemoRequest.familiesMax)
      stories = told(request.families, request, words)
    }
    var surplus = count(stories) - wanted
    for place in stories.indices.reversed() where surplus > 0 {
      let cut = min(surplus, stories[place].visitDays.count)
      stories[place].forgetFirst(cut)
      surplus -= cut
    }
    return (request, stories)
  }

  private static func told(_ count: Int, _ request: DemoRequest, _ words: DemoWords) -> [FamilyStory] {
    (0..<count).map { FamilyStory($0, in: request, words: words) }
  }

  private static func count(_ stories: [FamilyStory]) -> Int {
    stories.reduce(0) { $0 + $1.visitDays.count }
  }
}
