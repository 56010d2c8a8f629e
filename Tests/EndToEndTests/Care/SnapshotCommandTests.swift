import Testing
import VisitModel

@Suite("The snapshot beneath the commands")
struct SnapshotCommandTests {
  private let run: BuiltProgram
  private let file: String

  /// A book with enough in it to be worth a snapshot.
  init() throws {
    run = try ReadyBook.copied()
    file = run.folder.path("book/snapshot/000001.vsnap")
    let first = try #require(Day(year: 2026, month: 6, day: 4))
    let visits = (0..<150).map { index in
      let day = first.advanced(by: index)
      return
        "{\"family\": \"F-0001\", \"date\": \"\(day)\", \"minutes\": \(30 + index % 60), \"channel\": \"home\"}"
    }
    try run.folder.write("[" + visits.joined(separator: ",\n") + "]", to: "visits.json")
    let logged = try run("visit", "log", "--from", run.folder.path("visits.json"))
    try #require(logged.status == 0, "\(logged.messages)")
  }

  private func answers() throws -> [String] {
    try [
      ["summary", "--period", "2026", "--format", "csv"], ["visit", "list", "--format", "csv"],
      ["family", "list", "--format", "csv"], ["caseload", "--format", "csv"],
      ["visit", "list", "--volunteer", "Jo Simms"], ["family", "show", "F-0001", "--format", "json"],
    ].map { arguments in
      let answer = try run(arguments)
      #expect(answer.status == 0, "\(answer.messages)")
      return answer.text
    }
  }

  private func isThere() throws -> Bool { try run.shell("test -s \(file)").status == 0 }

  @Test("a book answers the same by its snapshot, behind it, without it and with a damaged one")
  func same() throws {
    #expect(try !isThere())
    let whole = try answers()
    #expect(try isThere())
    #expect(try answers() == whole)
    let logged = try run("visit", "log", "--family", "F-0001", "--date", "2026-11-22", "--minutes", "50")
    #expect(logged.status == 0, "\(logged.messages)")
    let behind = try answers()
    #expect(behind != whole)
    for place in [3, 130, 9_000, 20_000] {
      _ = try run.shell("printf '\\377' | dd of=\(file) bs=1 seek=\(place) conv=notrunc status=none")
      #expect(try answers() == behind)
    }
    _ = try run.shell("rm -r \(run.folder.path("book/snapshot"))")
    #expect(try answers() == behind)
    #expect(try isThere())
    let check = try run("journal", "verify", "--deep")
    #expect(check.status == 0)
    #expect(check.text.contains("snapshot says to the byte"), "\(check.text)")
  }

  @Test("a folder that cannot be written to gets no snapshot and is read all the same")
  func readOnly() throws {
    _ = try run.shell("touch \(run.folder.path("book/snapshot"))")
    _ = try answers()
    #expect(try run("journal", "stats").text.contains("Snapshots: 0"))
  }
}
