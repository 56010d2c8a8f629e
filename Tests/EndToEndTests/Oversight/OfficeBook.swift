import Testing
import VisitJournal
import VisitModel

/// A book of a supervisor and a volunteer, with two families and a visit, each opened by a passphrase file of its own.
struct OfficeBook {
  let supervisor: BuiltProgram
  let volunteer: BuiltProgram
  /// Only where the book was made with one.
  let coordinator: BuiltProgram
  var folder: Workspace { supervisor.folder }

  /// Words of the first family that must be gone once it is erased.
  static let words = ["Abbott", "Rosie", "Noah", "slept", "moon", "07700"]

  init(withCoordinator: Bool = false) throws {
    let folder = try Workspace()
    try folder.write(ReadyBook.passphrase + "\n", to: "passphrase")
    try folder.write("three loud geese on a roof\n", to: "volunteer")
    var office = BuiltProgram(folder)
    let (journal, _) = try Journal.create(
      at: JournalPath(folder.path("book")), fileSystem: PosixFileSystem(), scheme: Scheme(name: "Rushmoor"),
      member: "Sue Hart", role: .supervisor, passphrase: SecretBytes(text: ReadyBook.passphrase),
      cost: .testOnDisk)
    _ = try journal.addMember(
      name: "Jo Simms", role: .volunteer, volunteer: VolunteerNumber(1),
      passphrase: SecretBytes(text: "three loud geese on a roof"), cost: .testOnDisk)
    try journal.close()
    office.member = "M1"
    var visiting = BuiltProgram(folder)
    visiting.passphraseFile = "volunteer"
    visiting.member = "M2"
    supervisor = office
    volunteer = visiting
    for command in [
      ["volunteer", "add", "--name", "Jo Simms"],
      [
        "family", "add", "--name", "Abbott", "--carer", "Rosie Abbott", "--child", "Noah:2025-09-20",
        "--phone",
        "07700 900142", "--stage", "supported", "--volunteer", "Jo Simms", "--date", "2026-06-03",
      ],
      ["family", "add", "--name", "Llewelyn", "--carer", "Siân:grandparent", "--stage", "accepted"],
      [
        "visit", "log", "--family", "F-0001", "--date", "2026-11-20", "--start", "10:00", "--minutes", "1h30",
        "--travel", "25", "--note", "Rosie had slept. Dr Patel rang Jo.", "--words",
        "He points at the moon now",
      ],
    ] {
      let done = try office(command)
      try #require(done.status == 0, "\(command): \(done.messages)")
    }
    try folder.write("two quick wrens by a wall\n", to: "coordinator")
    var working = BuiltProgram(folder)
    working.passphraseFile = "coordinator"
    working.member = "M3"
    coordinator = working
    // After what the supervisor did: from here on the families are the coordinator's.
    if withCoordinator {
      let journal = try Journal.open(
        at: JournalPath(folder.path("book")), fileSystem: PosixFileSystem(), member: .number(MemberNumber(1)),
        secret: .passphrase(SecretBytes(text: ReadyBook.passphrase)))
      _ = try journal.addMember(
        name: "Ann Lee", role: .coordinator, passphrase: SecretBytes(text: "two quick wrens by a wall"),
        cost: .testOnDisk)
      try journal.close()
    }
  }
}
