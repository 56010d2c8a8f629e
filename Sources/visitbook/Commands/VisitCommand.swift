internal import ArgumentParser

/// `visitbook visit`: visit logs.
struct VisitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit", abstract: "Log visits, look them up and put them right.",
    subcommands: [
      VisitLogCommand.self, VisitListCommand.self, VisitShowCommand.self, VisitAmendCommand.self,
      VisitRetractCommand.self, VisitFollowUpCommand.self, VisitOutCommand.self, VisitHomeCommand.self,
      VisitLaterCommand.self,
    ])
}
