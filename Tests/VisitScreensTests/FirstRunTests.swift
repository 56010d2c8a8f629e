import Support
import Terminal
import Testing
import VisitJournal
import VisitModel

@testable import VisitScreens

/// The first run and unlocking, as a person goes through them.
@Suite struct FirstRunTests {
  private func beginning(on disk: SimulatedDisk) -> Beginning {
    let make: Beginning.Making = { scheme throws(JournalError) in
      let (journal, code) = try Journal.create(
        at: JournalPath("/book"), fileSystem: disk, scheme: Scheme(name: scheme.scheme),
        member: scheme.member,
        role: scheme.role, passphrase: SecretBytes(text: scheme.passphrase), cost: .rehearsal)
      var caseload = Caseload()
      try journal.forEachEntry { caseload.apply($0) }
      return (journal, caseload, code.groups)
    }
    return .firstRun(make: make, open: opening(on: disk))
  }

  private func opening(on disk: SimulatedDisk) -> Beginning.Opening {
    { _, passphrase throws(JournalError) in
      var caseload = Caseload()
      let journal = try Journal.open(
        at: JournalPath("/book"), fileSystem: disk, secret: .passphrase(SecretBytes(text: passphrase)),
        mode: .writing
      ) { caseload.apply($0) }
      return (journal, caseload)
    }
  }

  private func answered() throws -> ScreenUser {
    let disk = SimulatedDisk(seed: 3)
    let user = try ScreenUser(beginning(on: disk), on: disk)
    user.type("Rushmoor\nAnn Lee\n\nsix plain words on a hill\nsix plain words on a hill\n")
    return user
  }

  @Test("the passphrase is never shown, and its strength is said while it is typed")
  func strength() throws {
    let disk = SimulatedDisk(seed: 3)
    let user = try ScreenUser(beginning(on: disk), on: disk)
    user.type("Rushmoor\nAnn Lee\n\npassword")
    #expect(!user.screen.contains("password"))
    #expect(user.screen.contains("easily guessed"))
  }

  @Test("two passphrases that differ are refused in words, and what else was typed stays")
  func differ() throws {
    let disk = SimulatedDisk(seed: 3)
    let user = try ScreenUser(beginning(on: disk), on: disk)
    user.type("Rushmoor\nAnn Lee\n\none two three four\none two three five\n")
    #expect(user.screen.contains("not the same"))
    #expect(user.screen.contains("Rushmoor"))
  }

  @Test("the recovery code is shown once, asked back, and only then the families open")
  func recoveryCode() throws {
    let user = try answered()
    let parts = user.screen.matches(of: /(\d): ([0-9A-Za-z]{4})/).map { ($0.output.1, String($0.output.2)) }
    #expect(parts.count == 7)
    user.press("Enter")
    #expect(!parts.contains { user.screen.contains($0.1) })
    user.type("AAAA\nAAAA\n")
    #expect(user.screen.contains("not what the code says"))
    let asked = user.screen.matches(of: /Part (\d)/).map(\.output.1)
    #expect(asked.count == 2)
    for number in asked {
      user.press("^U")
      user.type((parts.first { $0.0 == number }?.1 ?? "").lowercased() + "\n")
    }
    user.press("^S")
    #expect(user.screen.contains("No family yet"), "\(user.screen)")
  }

  private func locked() throws -> ScreenUser {
    let disk = SimulatedDisk(seed: 4)
    _ = try SmallScheme.journal(on: disk, as: .coordinator).0.close()
    return try ScreenUser(.locked(asksMember: false, open: opening(on: disk)), on: disk)
  }

  @Test("a wrong passphrase opens nothing and says so plainly")
  func wrongPassphrase() throws {
    let user = try locked()
    user.type("not the words\n")
    #expect(user.screen.contains("wrongPassphrase"))
    #expect(!user.screen.contains("Abbott"))
    user.type("a walk by the river\n")
    #expect(user.screen.contains("Abbott"))
  }

  @Test(
    "after five idle minutes nothing of a family can be seen, and the passphrase brings the form back as it was"
  )
  func idleLock() throws {
    let user = try locked()
    user.type("a walk by the river\n")
    user.press("/")
    user.type("abb")
    user.press("Enter Enter v")
    user.type("she had not slept")
    user.idle.pass(minutes: 4)
    user.send(.idle)
    #expect(user.screen.contains("she had not slept"))
    user.idle.pass(minutes: 1)
    user.send(.idle)
    #expect(!user.screen.contains("Abbott") && !user.screen.contains("slept"))
    #expect(user.screen.contains("locked"))
    user.type("a walk by the river\n")
    #expect(user.screen.contains("she had not slept"))
    #expect(user.screen.contains("Abbott"))
  }

  @Test(
    "opened by a kept key the families are there at once, and once it has locked the passphrase is wanted")
  func keptKey() throws {
    let disk = SimulatedDisk(seed: 4)
    _ = try SmallScheme.journal(on: disk, as: .coordinator).0.close()
    let open = opening(on: disk)
    let (journal, caseload) = try open(nil, "a walk by the river")
    let user = try ScreenUser(.unlocked(journal, caseload, asksMember: false, open: open), on: disk)
    #expect(user.screen.contains("Abbott"))
    user.idle.pass(minutes: 5)
    user.send(.idle)
    #expect(!user.screen.contains("Abbott"))
    user.type("a walk by the river\n")
    #expect(user.screen.contains("Abbott"))
  }
}
