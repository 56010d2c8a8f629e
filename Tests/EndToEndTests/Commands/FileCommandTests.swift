import Testing

@Suite("Records from files")
struct FileCommandTests {
  @Test("a file of visits is recorded whole, with the names that a shown visit has")
  func recordedWhole() throws {
    let run = try ReadyBook.copied()
    try run.folder.write(
      """
      [
        {"family": "F-0001", "date": "2026-11-18", "start": "14:30", "minutes": 45, "channel": "phone",
         "volunteers": [{"number": "V-01", "name": "Jo Simms"}], "note": "Rang first.", "retracted": false},
        {"family": "F-0001", "date": "2026-11-19", "outcome": "no answer", "expensesPence": 260, "miles": 6.4,
         "attendance": [], "followUp": {"what": "Ring again", "by": "2026-11-25"},
         "next": {"date": "2026-11-26", "start": "10:00"}}
      ]
      """, to: "visits.json")
    let logged = try run("visit", "log", "--from", run.folder.path("visits.json"))
    #expect(logged.status == 0, "\(logged.messages)")
    #expect(logged.lines.count == 2)
    let csv = try run("visit", "list", "--format", "csv").text
    #expect(csv.contains("2026-11-18,14:30,45,0,0.0,0,phone,done,V-01"))
    #expect(csv.contains("Ring again,2026-11-25,2026-11-26,10:00"))
  }

  @Test("a shown visit can be fed back in for another day")
  func fedBack() throws {
    let run = try ReadyBook.copied()
    let document = try run("visit", "show", try run.visitID(), "--format", "json").text
    try run.folder.write(document.replacing("2026-11-20", with: "2026-11-21"), to: "again.json")
    #expect(try run("visit", "log", "--from", run.folder.path("again.json")).status == 0)
    #expect(
      try run("visit", "list", "--format", "csv").text.contains("2026-11-21,10:00,90,25,6.4,340,home,done"))
  }

  @Test("one bad row stops the whole file, and every bad row is named with its place and field")
  func allOrNone() throws {
    let run = try ReadyBook.copied()
    let before = try run.entryCount()
    try run.folder.write(
      """
      [{"family": "F-0001", "date": "2026-11-18", "minutes": 45},
       {"family": "F-0001", "date": "2026-11-19", "minutes": "ages"},
       {"family": "F-0777", "date": "2026-11-19", "minutes": 30},
       {"family": "F-0001", "date": "2026-11-19", "minutes": 30, "colour": "red"}]
      """, to: "visits.json")
    let refused = try run("visit", "log", "--from", run.folder.path("visits.json"))
    #expect(refused.status == 65)
    for place in [
      "record 2, line 2, column 56: ", "(minutes)", "record 3, line 3, column 13: ", "F-0777",
      "record 4, line 4, column 70: nothing here is called \"colour\".",
    ] {
      #expect(refused.messages.contains(place), "\(place) in \(refused.messages)")
    }
    #expect(!refused.messages.contains("record 1,"))
    #expect(try run.entryCount() == before)
  }

  @Test("a visit that stands twice in one file is noticed")
  func twiceInOneFile() throws {
    let run = try ReadyBook.copied()
    let row = #"{"family": "F-0001", "date": "2026-11-18", "start": "09:00", "minutes": 45}"#
    try run.folder.write("[\(row),\n\(row)]", to: "visits.json")
    let refused = try run("visit", "log", "--from", run.folder.path("visits.json"))
    #expect(refused.status == 65)
    #expect(refused.messages.contains("record 2, line 2"))
  }

  static let broken: [(text: [UInt8], place: String)] = [
    (Array("[{\"family\": \"F-0001\",}]".utf8), "line 1, column 22: a name in quotes is wanted here."),
    (Array("{\n  \"family\": nought\n}".utf8), "line 2, column 13: this is no JSON value."),
    (Array("{\"a\": 1, \"a\": 2}".utf8), "line 1, column 10: this name stands twice"),
    (
      Array("{\"note\": \"Caf".utf8) + [0xE9] + Array("\"}".utf8),
      "line 1, column 14: this is not UTF-8 text."
    ),
    (Array("[[]]".utf8), "record 1, line 1, column 2: a record in braces is wanted here."),
    (Array("[".utf8), "the file ends too early."),
    (Array(String(repeating: "[", count: 100_000).utf8), "this is nested too deeply."),
    ([], "the file ends too early."),
    (Array("[]".utf8), "holds no record."),
  ]

  @Test("a file that is no list of records is refused at the place where it goes wrong", arguments: broken)
  func brokenFile(_ file: (text: [UInt8], place: String)) throws {
    let run = try ReadyBook.copied()
    try run.folder.write(file.text, to: "broken.json")
    let refused = try run("visit", "log", "--from", run.folder.path("broken.json"))
    #expect(refused.status == 65)
    #expect(refused.messages.contains(file.place), "\(refused.messages)")
  }

  @Test("families come from a file with their people, and a family that is there already is noticed")
  func families() throws {
    let run = try ReadyBook.copied()
    try run.folder.write(
      """
      {"name": "Gŵyther", "postcode": "GU12 4MK", "stage": "waiting", "people": [
        {"name": "Nia Gŵyther", "role": "mother", "mainCarer": true},
        {"name": "Llŷr", "role": "child", "born": "2026-01-05"}]}
      """, to: "family.json")
    let added = try run("family", "add", "--from", run.folder.path("family.json"))
    #expect(added.text == "F-0003 added: Gŵyther, 2 people, waiting for a volunteer.\n")
    let again = try run("family", "add", "--from", run.folder.path("family.json"))
    #expect(again.status == 65)
    #expect(again.messages.contains("Likely there already: F-0003 Gŵyther"))
  }
}
