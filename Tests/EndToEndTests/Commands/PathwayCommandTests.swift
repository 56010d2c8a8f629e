import Testing

@Suite("A family's way from referral to plan, from the command line")
struct PathwayCommandTests {
  @Test("is accepted with the parent's agreement, assessed, planned for, and its plan ticked off")
  func wholeWay() throws {
    let run = try ReadyBook.copied()
    let added = try run(
      "family", "add", "--name", "Bevan", "--carer", "Cerys Bevan", "--child", "Owen:2025-10-01", "--source",
      "health_visitor", "--received", "2026-11-02", "--referrer", "Petra", "--need", "isolation,money")
    #expect(added.status == 0, "\(added.messages)")
    let early = try run("referral", "accept", "Bevan")
    #expect(early.status == 65)
    #expect(early.messages.contains("has not signed"))
    #expect(try run("referral", "list", "--unanswered", "--format", "csv").lines.count == 2)
    #expect(try run("caseload").text.contains("reply overdue"))

    let steps: [[String]] = [
      ["referral", "amend", "Bevan", "--signed", "2026-11-05", "--reason", "the form came back"],
      ["referral", "accept", "Bevan"],
      [
        "assessment", "record", "Bevan", "--worrying", "hardly anybody to turn to", "--score",
        "isolation=1,money=3", "--risk-check", "clear", "--indicator", "few_people", "--level-reason",
        "on her own",
      ],
      [
        "plan", "make", "Bevan", "--ending-on", "2027-06-01", "--goal", "Get out more | isolation",
        "--action", "1 | Toy library | Jo | 2026-12-01", "--action", "1 | Ring the nursery",
      ],
      ["plan", "tick", "Bevan", "2"],
      ["consent", "give", "Bevan", "--to", "share", "--agency", "The Hub", "--expires", "2026-12-31"],
      ["family", "event", "Bevan", "--kind", "moved", "--date", "2026-10-01"],
      [
        "family", "healthreview", "Bevan", "--child", "Owen", "--review", "new birth", "--date", "2025-10-12",
      ],
    ]
    for step in steps {
      let done = try run(step)
      #expect(done.status == 0, "\(step): \(done.messages)")
    }
    let plan = try run("plan", "show", "Bevan").text
    #expect(plan.contains("Actions done: 1"))
    #expect(try run("assessment", "show", "Bevan").text.contains("Level of need: targeted"))
    #expect(try run("checkin", "list", "--family", "Bevan", "--format", "csv").lines.count == 2)
    #expect(try run("consent", "list", "--family", "Bevan", "--format", "csv").text.contains("The Hub"))
    #expect(try run("family", "show", "Bevan").text.contains("Stage: assessed"))
  }

  @Test("is refused for a reason of the list, and for no other")
  func refused() throws {
    let run = try ReadyBook.copied()
    #expect(try run("family", "add", "--name", "Bevan", "--carer", "Cerys", "--source", "self").status == 0)
    #expect(try run("referral", "refuse", "Bevan", "--because", "rain").status == 65)
    #expect(try run("referral", "refuse", "Bevan", "--because", "outside_area").status == 0)
    #expect(try run("referral", "list", "--format", "csv").text.contains("outside_area"))
  }

  @Test("begins once: a family that is likely there already is named and not added")
  func likelySame() throws {
    let run = try ReadyBook.copied()
    let again = try run("family", "add", "--name", "abbott", "--carer", "rosie abbot")
    #expect(again.status == 65)
    #expect(again.messages.contains("F-0001 Abbott"))
    #expect(try run("family", "add", "--name", "abbott", "--carer", "rosie abbot", "--again").status == 0)
  }

  @Test("keeps the address it moved from, and who else works with it")
  func details() throws {
    let run = try ReadyBook.copied()
    let steps: [[String]] = [
      [
        "family", "amend", "F-0001", "--reason", "asked", "--address", "1 High Street", "--moved-in",
        "2025-01-01",
      ],
      [
        "family", "amend", "F-0001", "--reason", "moved", "--address", "2 Low Street", "--moved-in",
        "2026-11-01", "--other-agency", "Ann Poe, Hart Surgery, doctor, 01234 567890", "--social-care",
        "child in need", "--school", "Noah:Ash Nursery", "--ethnicity", "Noah:WBRI",
      ],
    ]
    for step in steps {
      let done = try run(step)
      #expect(done.status == 0, "\(step): \(done.messages)")
    }
    let document = try run("family", "show", "F-0001", "--format", "json").text
    for part in [
      "\"address\": \"1 High Street\"", "\"until\": \"2026-11-01\"", "Ann Poe, Hart Surgery, doctor",
      "\"socialCare\": \"child in need\"", "\"school\": \"Ash Nursery\"", "\"ethnicity\": \"british\"",
    ] {
      #expect(document.contains(part), "\(part)")
    }
  }
}
