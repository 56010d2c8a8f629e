import Testing

@Suite("Volunteers, matches, outings and services from the command line")
struct MatchCommandTests {
  /// A book with a second family that waits, and a volunteer of whom nothing is known yet but the name.
  private func waiting() throws -> BuiltProgram {
    let run = try ReadyBook.copied()
    for arguments in [
      ["volunteer", "add", "--name", "Lena Hughes", "--areas", "Ash ward", "--languages", "Polish"],
      [
        "family", "add", "--name", "Bevan", "--carer", "Kay Bevan", "--area", "Ash ward", "--language",
        "Polish",
        "--stage", "waiting", "--date", "2026-11-01",
      ],
    ] {
      let made = try run(arguments)
      try #require(made.status == 0, "\(made.messages)")
    }
    return run
  }

  private func makeReady(_ volunteer: String, _ run: BuiltProgram) throws {
    for note in [
      ["check", volunteer, "--level", "dbs_enhanced", "--number", "001234", "--seen-by", "Ann"],
      ["reference", volunteer, "--from", "Mr A"], ["reference", volunteer, "--from", "Ms B"],
      ["prepare", volunteer, "--session", "Session 6", "--finished", "yes"],
    ] {
      let noted = try run(["volunteer"] + note)
      try #require(noted.status == 0, "\(noted.messages)")
    }
  }

  @Test("a volunteer is matched only once nothing is missing, and every gap is named until then")
  func match() throws {
    let run = try waiting()
    let refused = try run("match", "make", "Bevan", "Lena Hughes", "--why", "speaks Polish")
    #expect(refused.status == 65)
    for gap in ["no check seen", "preparation course not finished", "0 of 2 references"] {
      #expect(refused.messages.contains(gap), "\(gap)")
    }
    #expect(try run("family", "move", "Bevan", "--to", "matched", "--volunteer", "Lena Hughes").status == 65)
    try makeReady("Lena Hughes", run)
    let list = try run("match", "list", "Bevan")
    #expect(list.text.contains("visits in Ash ward; speaks Polish"))
    #expect(try run("match", "make", "Bevan", "Lena Hughes", "--why", "speaks Polish").status == 0)
    let introduced = try run("match", "introduce", "Bevan", "--with", "Ann Lee")
    #expect(introduced.text.contains("introduced"))
    #expect(try run("volunteer", "list", "--format", "csv").text.contains("ready,true"))
    #expect(try run("match", "end", "Bevan", "--reason", "moved away").status == 0)
    #expect(try run("volunteer", "list", "--ready").text.contains("Lena Hughes"))
  }

  @Test("who is out is on the board until they are home, and overdue on the caseload")
  func board() throws {
    let run = try ReadyBook.copied()
    let out = try run("visit", "out", "Abbott", "--left", "0:00", "--home", "1 min")
    try #require(out.status == 0, "\(out.messages)")
    #expect(try run("visit", "out", "Abbott").messages.contains("out already"))
    #expect(try run("volunteer", "board", "--format", "csv").text.contains("Jo Simms"))
    #expect(try run("visit", "home", "Abbott").status == 0)
    #expect(try run("visit", "home", "Abbott").status == 65)
    #expect(try run("volunteer", "board", "--format", "csv").text.contains("home,V-01"))
  }

  @Test("a family goes through a programme, session by session")
  func service() throws {
    let run = try ReadyBook.copied()
    let added = try run(
      "service", "add", "--organisation", "Ash Hub", "--name", "Small steps", "--kind", "parenting programme",
      "--levels", "online,intensive")
    try #require(added.status == 0, "\(added.messages)")
    let begun = try run(
      "service", "refer", "Abbott", "--service", "Small steps", "--signpost", "--level", "online")
    try #require(begun.status == 0, "\(begun.messages)")
    #expect(try run("service", "session", "Abbott", "S-1").messages.contains("stands at signposted"))
    #expect(try run("service", "move", "Abbott", "S-1", "--to", "attending").status == 0)
    #expect(try run("service", "session", "Abbott", "S-1").text.contains("1 of 1"))
    #expect(try run("service", "move", "Abbott", "S-1", "--to", "accepted").messages.contains("dropped out"))
    #expect(
      try run("service", "move", "Abbott", "S-1", "--to", "completed", "--words", "We sleep").status == 0)
    #expect(try run("service", "list", "--family", "Abbott").text.contains("We sleep"))
    #expect(try run("service", "list", "--format", "json").text.contains("\"familiesEver\": 1"))
  }

  @Test("a directory is taken in whole or not at all, every bad row named with its line and column")
  func importing() throws {
    let run = try ReadyBook.copied()
    try run.folder.write(
      "id,name,email,organization_id\r\n1,\"Stay, play\",a@b.org,o1\r\n2,,broken,o1\r\n1,Again,,o1\r\n",
      to: "bad.csv")
    let refused = try run("service", "import", run.folder.path("bad.csv"), "--organisation", "Ash Hub")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("record 2, line 3, column 4"))
    #expect(refused.messages.contains("record 3, line 4, column 1"))
    #expect(try run("service", "list", "--format", "csv").lines.count == 1)
    try run.folder.write("id,name,organization_id\n1,\"Stay, play\",o1\n2,=1+1,o1\n", to: "good.csv")
    try run.folder.write("id,name\no1,Ash Hub\n", to: "organizations.csv")
    let arguments = [
      "service", "import", run.folder.path("good.csv"), "--organizations",
      run.folder.path("organizations.csv"),
    ]
    #expect(try run(arguments + ["--dry-run"]).text.contains("2 would be added"))
    #expect(try run("service", "list", "--format", "csv").lines.count == 1)
    #expect(try run(arguments).text.contains("2 added"))
    #expect(try run(arguments).text.contains("0 added, 0 amended, 2 as they were"))
    #expect(try run("service", "list", "--format", "csv").text.contains("'=1+1"))
  }

  @Test("a month's miles are claimed, and paid by a correction")
  func claim() throws {
    let run = try ReadyBook.copied()
    let claimed = try run("volunteer", "claim", "V-1", "--month", "2026-11")
    #expect(claimed.text.contains("claims £"), "\(claimed.messages)")
    #expect(try run("volunteer", "claim", "V-1", "--month", "2026-11").status == 65)
    let record = try #require(claimed.text.split(separator: "(").last?.prefix(12))
    let paid = try run(
      "volunteer", "claim", "V-1", "--amend", String(record), "--paid", "2026-11-20", "--reason", "paid")
    #expect(paid.status == 0, "\(paid.messages)")
    #expect(try run("volunteer", "show", "V-1").text.contains("2026-11-20"))
  }
}
