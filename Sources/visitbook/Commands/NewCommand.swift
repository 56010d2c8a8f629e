public import ArgumentParser
internal import VisitJournal
internal import VisitModel

extension Role: ExpressibleByArgument {
  init?(argument: String) { self.init(typed: argument) }
}

/// `visitbook new`: makes a journal and its first member.
struct NewCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a scheme's visit book; shows the recovery code once.")

  @Option(help: "The scheme's name.")
  var scheme: String
  @Option(name: .customLong("member"), help: "Your name, as entries will be signed.")
  var name: String
  @Option(help: "volunteer, coordinator or supervisor.")
  var role: Role = .coordinator
  @Option(help: "england, wales, scotland or northern ireland.")
  var nation = Nation.england.rawValue
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let (schemeName, memberName) = (plainText(scheme), plainText(name))
    var problems: [Problem] = []
    for (field, text) in [(Field.scheme, schemeName), (.member, memberName)] {
      if text.isEmpty { problems.append(Problem(field: field, fault: .missing)) }
      if text.count > TextLimit.line {
        problems.append(Problem(field: field, fault: .tooLong(max: TextLimit.line)))
      }
    }
    let country = Nation(typed: nation)
    if country == nil {
      problems.append(Problem(field: .scheme, fault: .notOneOf(nation, allowed: Nation.words)))
    }
    guard problems.isEmpty, let country else { throw Refusal(problems) }
    let folder = try desk.options.journalFolder(desk.around)
    let passphrase = try desk.passphrases.new(
      from: desk.options.passphraseFile(desk.around), desk.words("passphrase.askNew"))
    let (journal, code) = try Journal.create(
      at: folder, fileSystem: PosixFileSystem(), scheme: Scheme(name: schemeName, nation: country),
      member: memberName, role: role, passphrase: passphrase, cost: .ofThisMachine())
    try journal.close()
    try desk.streams.result(
      line: desk.words("new.done", ["scheme": schemeName, "name": memberName, "path": folder.text]))
    try desk.say(code)
    if PassphraseStrength.of(passphrase, known: [schemeName, memberName]) < .fair {
      desk.streams.message(desk.words("passphrase.weak"))
    }
  }
}
