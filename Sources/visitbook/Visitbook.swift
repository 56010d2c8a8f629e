internal import ArgumentParser

/// The program: `visitbook` alone opens the screens; every command works without them.
@main
struct Visitbook: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "visitbook", abstract: "The visit book of a home-visiting charity.",
    discussion: """
      Without a command the screens open. Results go to standard output, messages to standard error. Ends with 0 when \
      done, 64 for a command line that makes no sense, 65 for bad data (nothing of it was recorded), 66 for no such \
      file, family or member, 73 cannot create, 74 reading or writing failed, 75 the journal is in use, 77 not \
      allowed, 78 configuration.
      """,
    version: "visitbook 1.0.0",
    subcommands: [
      DemoCommand.self, NewCommand.self, FamilyCommand.self, ReferralCommand.self, ConsentCommand.self,
      AssessmentCommand.self, PlanCommand.self, VisitCommand.self,
      CheckInCommand.self, ReviewCommand.self, FeedbackCommand.self, ConcernCommand.self,
      VolunteerCommand.self, MatchCommand.self, ServiceCommand.self, CaseloadCommand.self,
      SummaryCommand.self, ExportCommand.self,
      JournalCommand.self, MemberCommand.self, UnlockCommand.self, LockCommand.self,
      InstrumentCommand.self, EraseCommand.self, RetentionCommand.self, AccessPackCommand.self,
      SchemeCommand.self, PathwayCommand.self,
    ])

  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws { try OpenScreens(desk: desk).open() }
}
