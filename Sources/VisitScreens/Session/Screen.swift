import Terminal
import VisitModel
import VisitReports

/// One screen: a value that keys change and that draws itself; it does no input and no output.
///
/// What a screen wants done in the world it says as ``Effect``s, which the session carries out.
protocol Screen: Sendable {
  /// Where I am, for the first line: "Families", "F-0042 Abbott".
  func title(at desk: Desk) -> String
  /// The commands that work here, most useful first: the one table that dispatch, key line, help and palette
  /// are made from.
  func commands(at desk: Desk) -> [Command<Act>]
  /// Whether nobody leaves before what is asked here is answered: nothing but the screen's own keys works.
  var holds: Bool { get }
  /// Whether letters are text here rather than commands.
  var isTyping: Bool { get }
  /// What the form would keep as a draft now, where the screen is a form that something was typed in.
  func draft(at desk: Desk) -> Draft?
  /// The family that the screen is about, or whose row is selected; what a concern raised here is about.
  func familyInFront(at desk: Desk) -> FamilyID?
  /// The family that is laid open here: where it is outside the member's own caseload, why is asked first. A list lays
  /// none open, and neither does what must not wait for a reason: a concern, and who is out on a visit.
  func familyOpened(at desk: Desk) -> FamilyID?
  /// Whether what is shown changes as time passes, because somebody is out on a visit.
  var changesWithTime: Bool { get }
  /// Carries out a command of the table.
  mutating func perform(_ act: Act, at desk: Desk) -> [Effect]
  /// Takes a key that is no command: moving in a list, typing in a field.
  mutating func type(_ key: Key, at desk: Desk) -> [Effect]
  /// Takes text that was pasted.
  mutating func paste(_ text: String, at desk: Desk) -> [Effect]
  /// Takes a click or the wheel, inside the rectangle it last drew in.
  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect]
  /// Brings what is shown up to date after the caseload changed, keeping the selected record selected.
  mutating func refresh(at desk: Desk)
  /// Draws the screen between the first and the last line.
  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk)
}

extension Screen {
  var isTyping: Bool { false }
  var holds: Bool { false }
  var changesWithTime: Bool { false }
  func draft(at desk: Desk) -> Draft? { nil }
  func familyInFront(at desk: Desk) -> FamilyID? { draft(at: desk)?.key.family }
  mutating func type(_ key: Key, at desk: Desk) -> [Effect] { [] }
  mutating func paste(_ text: String, at desk: Desk) -> [Effect] { [] }
  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] { [] }
  mutating func refresh(at desk: Desk) {}
}

/// What a screen wants done in the world.
enum Effect: Sendable {
  /// Show another screen on top of this one.
  case push(any Screen)
  /// Go back to the screen below.
  case pop
  /// Go back to the screen below and show another in this one's place.
  case replace(any Screen)
  /// Show a main screen, in place of everything.
  case main(any Screen)
  /// Record facts durably; then do the effects that depend on it. Nothing is shown as saved before it is.
  case record([Fact], then: @Sendable ([KeptEntry], Desk) -> [Effect])
  /// Erase a family for good.
  case erase(EraseFamily, confirmed: String)
  /// Make two families one.
  case merge(MergeFamilies)
  /// Take a merge of two families back.
  case undoMerge(UndoMerge)
  /// Forget the draft of a form, because it was recorded or is not wanted.
  case removeDraft(Draft.Key)
  /// Take a draft that was thrown away off the list in front.
  case dropDraft(Draft.Key)
  /// Show the draft of a form where there is one.
  case openDraft(Draft.Key, orElse: any Screen)
  /// Say something on the message line.
  case say(Message)
  /// Ask a question that must be answered before anything else.
  case ask(Question)
  /// Write files that a person asked for, and say where they went.
  case write(ExportRequest)
  /// Check the whole journal, and say what was found.
  case verify
  /// Leave the program.
  case quit
}

/// A question over the screen: what it is about, and what each answer does.
struct Question: Sendable {
  /// What is asked, as a heading.
  let title: String
  /// What each answer means.
  let text: String
  /// What is done on yes.
  let yes: @Sendable (Desk) -> [Effect]
  /// What the yes key is called.
  let yesTitle: String
  /// The key that means yes: never the one that asked.
  let yesKey: Key
  /// Whether there is nothing to decide: it is to be read, and then it goes.
  var isNotice = false
}

/// Files to be written at a person's wish.
struct ExportRequest: Sendable {
  /// The folder to write to, as typed.
  let folder: String
  /// The files.
  let files: [ExportFile]
}
