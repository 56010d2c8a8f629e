internal import ArgumentParser

/// What can be said of one person of a family on the command line, each as `PERSON:TEXT`.
struct PersonFields: ParsableArguments {
  @Option(help: ArgumentHelp("A person's school or nursery: P3:Ash Nursery.", valueName: "person:school"))
  var school: [String] = []
  @Option(help: ArgumentHelp("A person's additional needs: P3:hearing.", valueName: "person:needs"))
  var additionalNeeds: [String] = []
  @Option(
    help: ArgumentHelp("A person's ethnicity, from the list or by its code: P3:WBRI.", valueName: "person:id")
  )
  var ethnicity: [String] = []
  @Option(help: ArgumentHelp("A person's first language: P1:Polish.", valueName: "person:language"))
  var firstLanguage: [String] = []
  @Option(help: ArgumentHelp("A person's place in the family: P2:partner.", valueName: "person:role"))
  var role: [String] = []
  @Option(
    help: ArgumentHelp(
      "What an adult is to the children: 'P2:P3 stepfather, P4 father'.", valueName: "person:children"))
  var relationship: [String] = []
  @Option(help: ArgumentHelp("Whether a person lives there: P2:no.", valueName: "person:yes"))
  var livesHere: [String] = []
  @Option(help: ArgumentHelp("Who the main carer is.", valueName: "person"))
  var mainCarer: String?
}
