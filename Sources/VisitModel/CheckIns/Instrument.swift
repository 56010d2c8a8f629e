/// A wellbeing instrument: its questions, how answers become scores, and what certain answers call for.
///
/// An instrument is a data file; this value only exists where the file makes sense, see ``faults(items:scores:triggers:)``.
public struct Instrument: Hashable, Sendable {
  /// What it is, who may use it and under which licence.
  public let head: InstrumentHead
  /// The questions, in the order of the form.
  public let items: [InstrumentItem]
  /// The scores, in the order of the file.
  public let scores: [Score]
  /// What certain answers call for.
  public let triggers: [InstrumentTrigger]
  let positions: [ItemID: Int]
  /// For each score the places of its questions, so that scoring a caseload looks nothing up by name.
  let places: [[Int]]

  /// An instrument of questions and scores; throws everything that does not make sense together.
  public init(
    head: InstrumentHead, items: [InstrumentItem], scores: [Score], triggers: [InstrumentTrigger] = []
  ) throws(InstrumentFaults) {
    let faults = Instrument.faults(items: items, scores: scores, triggers: triggers)
    guard faults.isEmpty else { throw InstrumentFaults(faults: faults) }
    self.head = head
    self.items = items
    self.scores = scores
    self.triggers = triggers
    let positions = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.id, $0) })
    self.positions = positions
    places = scores.map { score in score.method.items.compactMap { positions[$0] } }
  }

  /// The id.
  public var id: InstrumentID { head.id }
  /// The version of the file.
  public var version: InstrumentVersion { head.version }
  /// The name, in English or as the file has it.
  public var title: String { head.title.text() ?? id.rawValue }
  /// A name of at most 16 characters.
  public var shortTitle: String { head.shortTitle ?? title }

  /// The question of that id.
  public func item(_ id: ItemID) -> InstrumentItem? { positions[id].map { items[$0] } }
  /// The score of that id.
  public func score(_ id: ScoreID) -> Score? { scores.first { $0.id == id } }
  /// The score shown where there is room for one: the one the file marks, else the first with a number.
  public var primaryScore: Score? {
    scores.first(where: \.isPrimary) ?? scores.first { $0.method != .none }
  }
  /// Whether every question has wording in some language, so that it can be asked and not only keyed in.
  public var hasWording: Bool { items.allSatisfy { $0.text.byLanguage.values.contains { !$0.isEmpty } } }
}

/// What an instrument is, who may use it and under which licence.
public struct InstrumentHead: Hashable, Sendable {
  /// The id.
  public var id: InstrumentID
  /// The version of the file; any change of words, values or bands makes a new one.
  public var version: InstrumentVersion
  /// Which published edition it is.
  public var edition: String?
  /// Where the file comes from.
  public var status: InstrumentStatus
  /// Whether a new scheme has it switched on.
  public var isOnByDefault = false
  /// The name.
  public var title: LocalText
  /// A name of at most 16 characters.
  public var shortTitle: String?
  /// Under which licence.
  public var licence: InstrumentLicence
  /// The works the numbers come from.
  public var citations: [String] = []
  /// Who answers.
  public var respondent: InstrumentRespondent
  /// Whom the answers are about.
  public var subject: InstrumentSubject
  /// Whether it is answered once for each child.
  public var isPerChild = false
  /// What it is for.
  public var purpose = LocalText.none
  /// Who may give it.
  public var whoMay: Set<InstrumentUser>
  /// How it may be answered.
  public var modes: Set<InstrumentMode>
  /// Whether it may only be opened while a coordinator on duty is named.
  public var needsSafetyCover = false
  /// The days before the answer that the questions ask about; nil where they name no period.
  public var recallDays: Int?
  /// The fewest days between two check-ins with it; nil where the file sets none.
  public var minDaysBetween: Int?
  /// What is read out or shown before the first question.
  public var instructions = LocalText.none
  /// Codes for the whole.
  public var codes: [InstrumentCode] = []

  /// An instrument's head, with the fields every file has.
  public init(
    id: InstrumentID, version: InstrumentVersion, status: InstrumentStatus, title: LocalText,
    licence: InstrumentLicence, respondent: InstrumentRespondent, subject: InstrumentSubject,
    whoMay: Set<InstrumentUser>, modes: Set<InstrumentMode>
  ) {
    self.id = id
    self.version = version
    self.status = status
    self.title = title
    self.licence = licence
    self.respondent = respondent
    self.subject = subject
    self.whoMay = whoMay
    self.modes = modes
  }

  /// Whether a member of a role may give it.
  public func may(_ role: Role) -> Bool {
    switch role {
    case .volunteer: whoMay.contains(.volunteer)
    case .coordinator, .supervisor: whoMay.contains(.volunteer) || whoMay.contains(.coordinator)
    }
  }
}

/// Where an instrument's file comes from.
public enum InstrumentStatus: String, CaseIterable, Hashable, Sendable {
  /// Ours, with its wording.
  case shipped
  /// Numbers only: answers are keyed in from the official paper form.
  case skeleton
  /// With wording that the scheme added under its own licence.
  case imported
}

/// Who answers an instrument.
public enum InstrumentRespondent: String, CaseIterable, Hashable, Sendable {
  case parent, mother, father, carer, coordinator, worker
}

/// Whom the answers of an instrument are about.
public enum InstrumentSubject: String, CaseIterable, Hashable, Sendable {
  case respondent, relationship, child, family
}

/// Who may give an instrument.
public enum InstrumentUser: String, CaseIterable, Hashable, Sendable {
  case volunteer, coordinator, practitioner
}

/// How an instrument may be answered.
public enum InstrumentMode: String, CaseIterable, Hashable, Sendable {
  case alone = "self"
  case helped = "assisted"
  case readAloud = "interview"
}

/// Under which licence an instrument is used.
public struct InstrumentLicence: Hashable, Sendable {
  /// The kind of licence, such as `own` or `free-unmodified`.
  public let kind: String
  /// Who holds the rights.
  public let holder: String
  /// What is shown wherever the instrument is shown or printed, and exported with it.
  public let notice: String
  /// Whether the wording may be shipped.
  public let mayShipText: Bool
  /// Whether the wording may be changed.
  public let mayChangeWording: Bool

  /// A licence with what has to be shown.
  public init(kind: String, holder: String, notice: String, mayShipText: Bool, mayChangeWording: Bool) {
    self.kind = kind
    self.holder = holder
    self.notice = notice
    self.mayShipText = mayShipText
    self.mayChangeWording = mayChangeWording
  }
}
