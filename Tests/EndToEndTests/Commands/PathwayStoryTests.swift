import Testing

/// One family's whole way by commands alone.
@Suite("A family's whole way, from referral to ending, by commands alone")
struct PathwayStoryTests {
  @Test(
    "a review finds no change, another strategy is tried, a danger answer becomes a concern that is signed off, a child is born, and the figures add up"
  )
  func story() throws {
    var run = try ReadyBook.copied()
    try PathwayStory.byCommands(run)
    run.today = PathwayStory.lastDay
    let told = try run("family", "timeline", "Bevan", "--format", "csv").text
    for word in ["referral", "assessment", "plan", "visit", "review", "concern", "feedback", "goals reached"]
    {
      #expect(told.contains(word), "the timeline tells of \(word)")
    }
    let figures = try run("summary", "--period", "2026", "--figures").text
    #expect(figures.contains("add a service") && figures.contains("felt listened to"))
    _ = try run("export", "outcomes", "--period", "2026", "--to", run.folder.path("out"))
    #expect(try run.folder.text("out/outcomes.csv").contains(",isolation,coping,"))
    #expect(try run("journal", "verify", "--deep").status == 0)
  }

  @Test("needs and goals stand side by side from the start to the end, in the plan and at each review")
  func scores() throws {
    var run = try ReadyBook.copied()
    try PathwayStory.byCommands(run)
    run.today = PathwayStory.lastDay
    let scores = try run("family", "scores", "Bevan", "--format", "csv").lines
    #expect(scores.contains { $0.hasPrefix("isolation,need,1,4,5,5,2026-06-08,2026-11-20,better") })
    #expect(scores.contains { $0.hasPrefix("I want to get out,goal,2,7,9,9,2026-06-08,2026-11-20,better") })
    let plan = try run("plan", "show", "Bevan", "--format", "json").text
    #expect(plan.contains("\"scoreAtStart\": 2") && plan.contains("\"scoreNow\": 9"), "\(plan)")
    let review = String(
      try #require(try run("review", "list", "--family", "Bevan", "--format", "csv").lines.last).prefix {
        $0 != ","
      })
    let shown = try run("review", "show", review).text
    #expect(shown.contains("start 2") && !shown.contains("now 9"), "\(shown)")
  }
}
