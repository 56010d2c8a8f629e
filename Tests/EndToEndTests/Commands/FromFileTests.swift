import Testing

/// Records of every kind from a file: all of it or nothing, and every bad row named with its place.
@Suite("Records that come from a file")
struct FromFileTests {
  struct Kind: CustomTestStringConvertible {
    let command: [String]
    /// One good record.
    let good: String
    /// Two records that are wrong, each on a line of its own from line 2, with a key that is wrong in the second.
    let bad: String
    /// What the list of such records is asked with, and a word that stands in it once the good one is there.
    let list: [String]
    let word: String
    var testDescription: String { command.joined(separator: " ") }
  }

  static let kinds: [Kind] = [
    Kind(
      command: ["referral", "record"],
      good:
        #"{"family": "F-0001", "source": "midwife", "declaredBy": "Dr Cole", "referralReasons": "tired"}"#,
      bad: "[\n{\"family\": \"F-0001\", \"source\": \"the moon\"},\n{\"family\": \"F-0099\", \"sauce\": 1}]",
      list: ["referral", "list"], word: "midwife"),
    Kind(
      command: ["assessment", "record"],
      good: """
        {"family": "F-0001", "worrying": "Alone", "scores": {"isolation": 1}, "riskCheck": "clear", \
        "level": "targeted", "levelReason": "one need", "present": ["P1"]}
        """,
      bad: "[\n{\"family\": \"F-0001\", \"level\": \"huge\"},\n{\"family\": \"F-0001\", \"nope\": 1}]",
      list: ["assessment", "show", "Abbott"], word: "one need"),
    Kind(
      command: ["plan", "make"],
      good: """
        {"family": "F-0001", "endingOn": "2027-03-01", "goals": [{"goal": "Get out more", "goalNeeds": ["isolation"], \
        "actions": [{"what": "Toy library", "who": "Jo", "by": "2026-12-01"}]}]}
        """,
      bad: "[\n{\"family\": \"F-0001\", \"goals\": [\"x\"]},\n{\"family\": \"F-0001\", \"goal\": 1}]",
      list: ["plan", "show", "Abbott"], word: "Toy library"),
    Kind(
      command: ["consent", "give"],
      good: #"{"family": "F-0001", "consent": "share", "agency": "Ash Hub", "given": "2026-11-01"}"#,
      bad:
        "[\n{\"family\": \"F-0001\", \"consent\": \"everything\"},\n{\"family\": \"F-0001\", \"gave\": 1}]",
      list: ["consent", "list"], word: "Ash Hub"),
    Kind(
      command: ["concern", "raise"],
      good: """
        {"family": "F-0001", "about": ["P2"], "seen": "A bruise", "danger": "no", \
        "told": {"whom": "Ann Lee", "at": "2026-11-23 09:00"}}
        """,
      bad: "[\n{\"family\": \"F-0001\", \"danger\": \"no\"},\n{\"family\": \"F-0001\", \"sean\": \"x\"}]",
      list: ["concern", "list"], word: "raised"),
    Kind(
      command: ["volunteer", "add"],
      good: #"{"name": "Mia Ito", "areas": ["Ash ward"], "email": "mia@example.org", "active": "yes"}"#,
      bad: "[\n{\"name\": \"Jo Simms\"},\n{\"nom\": \"x\"}]", list: ["volunteer", "list"], word: "Mia Ito"),
    Kind(
      command: ["service", "refer"],
      good: #"{"family": "F-0001", "service": "S-001", "serviceState": "signposted", "purpose": "company"}"#,
      bad: "[\n{\"family\": \"F-0001\", \"service\": \"S-099\"},\n{\"family\": \"F-0001\", \"servus\": 1}]",
      list: ["service", "list", "--family", "Abbott"], word: "signposted"),
    Kind(
      command: ["checkin", "record"],
      good: """
        [{"family": "F-0001", "instrument": "who5", "person": "P1", "answers": [3, 4, "d", 3, "-"], "words": "tired"}, \
        {"family": "F-0001", "instrument": "asq3", "person": "Noah", "date": "2026-11-10", \
        "doneBy": "health visitor", "result": "two areas to watch"}]
        """,
      bad: """
        [
        {"family": "F-0001", "instrument": "who5", "answers": "3,4"},
        {"family": "F-0001", "instrument": "who5", "answer": "3,4,2,3,5"}]
        """,
      list: ["checkin", "list", "--format", "csv"], word: "two areas to watch"),
  ]

  @Test(
    "all of a file is recorded, or nothing and every bad row is named with its line and column",
    arguments: kinds)
  func allOrNothing(kind: Kind) throws {
    let run = try ReadyBook.copied()
    if kind.command[0] == "service" {
      #expect(try run("service", "add", "--organisation", "Ash Hub", "--name", "Stay and Play").status == 0)
    }
    let before = try run.entryCount()
    try run.folder.write(kind.bad, to: "bad.json")
    let refused = try run(kind.command + ["--from", run.folder.path("bad.json")])
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("bad.json") && refused.messages.contains("line 2"), "\(refused.messages)")
    #expect(refused.messages.contains("line 3"), "\(refused.messages)")
    #expect(try run.entryCount() == before)

    let done = try run(kind.command + ["--from", "-"], input: kind.good)
    #expect(done.status == 0, "\(done.messages)")
    #expect(try run(kind.list).text.contains(kind.word))
    let both = try run(
      kind.command + ["--from", "-", kind.command[0] == "volunteer" ? "--phone" : "--date", "today"])
    #expect(both.status == 64)
  }
}
