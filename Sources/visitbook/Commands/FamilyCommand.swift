internal import ArgumentParser

/// `visitbook family`: family records and their way along the pathway.
struct FamilyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "family", abstract: "Add families, look them up, amend them and move them along.",
    subcommands: [
      FamilyAddCommand.self, FamilyListCommand.self, FamilyShowCommand.self, FamilyAmendCommand.self,
      FamilyMoveCommand.self, FamilyMovesCommand.self, FamilyAmendMoveCommand.self,
      FamilyRetractMoveCommand.self, FamilyLetterCommand.self, FamilyTimelineCommand.self,
      FamilyEventCommand.self, FamilyHealthReviewCommand.self, FamilyEventsCommand.self,
      FamilyAmendEventCommand.self, FamilyRetractEventCommand.self, FamilyHistoryCommand.self,
      FamilyDuplicatesCommand.self, FamilyMergeCommand.self, FamilyUnmergeCommand.self,
      FamilyEndCommand.self, FamilyScoresCommand.self,
    ])
}
