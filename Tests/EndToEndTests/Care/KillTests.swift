import Glibc
import Testing

/// The program killed with `kill -9` again and again while it records visits and others read.
///
/// `VISITBOOK_KILLS` sets how often, 20 unless it says otherwise.
@Suite("The program killed while recording", .serialized)
struct KillTests {
  private static let kills: Int = getenv("VISITBOOK_KILLS").flatMap { Int(String(cString: $0)) } ?? 20
  /// The kills on each book, some 500: what is listed after each grows with every visit.
  private static let books: [Range<Int>] = {
    let count = max(1, kills / 500)
    return (0..<count).map { kills * $0 / count..<kills * ($0 + 1) / count }
  }()

  @Test(
    "loses nothing that was acknowledged, and every reopening is clean or finds an unfinished write at most",
    arguments: books)
  func kills(_ rounds: Range<Int>) throws {
    let run = try ReadyBook.copied()
    let options =
      "--journal '\(run.folder.path("book"))' --passphrase-file '\(run.folder.path("passphrase"))' --today 2026-11-23"
    let said = run.folder.path("said")
    let trouble = run.folder.path("trouble")
    try run.folder.write("", to: "trouble")
    try run.folder.write("", to: "said")
    // A reader and a checker beside the writer: whatever else they answer than good or unfinished is noted.
    let readers = try LoopingCommands(
      """
      while :; do
        "$VISITBOOK" visit list \(options) >/dev/null 2>&1 || echo "list $?" >>'\(trouble)'
        "$VISITBOOK" journal verify \(options) >/dev/null 2>&1
        status=$?; [ $status -le 1 ] || echo "verify $status" >>'\(trouble)'
      done
      """)
    defer { readers.kill() }
    var acknowledged = 0
    var cleanEnds = 0
    // How long one command takes here: the kills are spread over one and over several of them.
    let started = ContinuousClock.now
    try #require(try run("visit", "list").status == 0)
    let command = Int((ContinuousClock.now - started) / .microseconds(1))
    var spread = min(max(command * 3, 20_000), 400_000)
    for round in rounds {
      let writer = try LoopingCommands(
        """
        while :; do
          "$VISITBOOK" visit log --family F-0001 --date 2026-11-21 --minutes 30 --again \\
            --note 'Round \(round)' \(options) >>'\(said)' 2>/dev/null
        done
        """)
      // Another moment each time.
      usleep(useconds_t(spread / 6 + (round * 37_511) % spread))
      writer.kill()
      let verdict = try run("journal", "verify", "--every-signature")
      #expect(verdict.status <= 1, "kill \(round): \(verdict.text)")
      cleanEnds += verdict.status == 0 ? 1 : 0
      let listed = Set(try run("visit", "list", "--format", "csv").lines.map { $0.prefix { $0 != "," } })
      let ids = try run.folder.text("said").split(separator: "\n").compactMap { line in
        line.hasPrefix("Visit ") ? line.split(separator: " ").dropFirst().first : nil
      }
      for id in ids where !listed.contains(id) { Issue.record("kill \(round): visit \(id) is gone") }
      acknowledged = ids.count
      // A machine that became busier than it was when the command was timed gives the writer no time at all.
      if acknowledged == 0 { spread = min(spread * 2, 20_000_000) }
    }
    readers.kill()
    #expect(try run.folder.text("trouble") == "", "a reader was troubled")
    #expect(acknowledged > 0, "no visit was recorded before any kill: the test tested nothing")
    // The next writer opens it without a word of damage, and goes on.
    let next = try run("visit", "log", "--family", "F-0001", "--date", "2026-11-22", "--minutes", "45")
    #expect(next.status == 0, "\(next.messages)")
    #expect(try run("journal", "verify", "--deep", "--every-signature").status == 0)
    print(
      "\(rounds.count) kills over \(spread / 1_000) ms each, \(acknowledged) visits acknowledged, \(cleanEnds) clean ends"
    )
  }
}
