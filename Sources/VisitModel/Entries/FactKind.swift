/// The kinds of facts; raw values stand in files for ever, and a group of kinds has a range of its own.
public enum FactKind: UInt8, CaseIterable, Hashable, Sendable {
  case schemeSet = 1
  case memberJoined = 2
  case volunteerAdded = 3
  case volunteerAmended = 4
  case familyAdded = 5
  case familyAmended = 6
  case episodeOpened = 7
  case episodeMoved = 8
  case visitPlanned = 9
  case visitRecorded = 10
  case visitAmended = 11
  case visitRetracted = 12
  case followUpDone = 13
  case checkInRecorded = 14
  case checkInRetracted = 15
  case memberLeft = 16
  case familyMerged = 17
  case mergeUndone = 18

  // Background of a family: 20 to 29.
  case consentGiven = 20
  case consentWithdrawn = 21
  case lifeEventRecorded = 22
  case healthReviewRecorded = 24
  case consentAmended = 25
  case lifeEventAmended = 26
  case healthReviewAmended = 27
  case backgroundRetracted = 29

  // Referral, assessment and plan: 30 to 39.
  case referralRecorded = 30
  case referralAmended = 31
  case assessmentRecorded = 32
  case assessmentAmended = 33
  case supportPlanMade = 34
  case supportPlanAmended = 35
  case planActionTicked = 36
  case assessmentRetracted = 39

  // Volunteers: 40 to 49.
  case referenceTaken = 40
  case vettingChecked = 41
  case preparationNoted = 42
  case supervisionHeld = 43
  case trainingDone = 44
  case expensesClaimed = 45
  case volunteerNoteAmended = 46
  case volunteerNoteRetracted = 47

  // Outings: 50 to 54.
  case outingBegan = 50
  case cameHome = 51
  case outingAmended = 52
  case outingRetracted = 53

  // Services that a family uses: 55 to 64.
  case serviceUseBegan = 55
  case serviceUseMoved = 56
  case serviceSessionNoted = 57
  case serviceUseAmended = 58
  case serviceUseRetracted = 59

  // The directory of services: 65 to 69.
  case serviceAdded = 65
  case serviceAmended = 66

  // Evaluation: 70 to 79.
  case moveAmended = 70
  case moveRetracted = 71
  case reviewHeld = 72
  case reviewAmended = 73
  case reviewRetracted = 74
  case feedbackGiven = 75
  case feedbackAmended = 76
  case feedbackRetracted = 77
  case letterWritten = 78

  // Concerns: 80 to 86.
  case concernRaised = 80
  case concernCopied = 81
  case concernAmended = 82
  case concernAcknowledged = 83
  case concernActed = 84
  case concernActionAmended = 85
  case concernClosed = 86

  // Wording of instruments: 87 to 89.
  case wordingAdded = 87
  case wordingRemoved = 88
  case instrumentSwitched = 89

  // Oversight: 90 to 99.
  case familyOpened = 90
  case holdSet = 91
  case holdLifted = 92
  case familyErased = 93
  case numbersKept = 94
  case exportMade = 95
  case accessGranted = 96
  case accessWithdrawn = 97
  case accessPackMade = 98
}

extension Fact {
  /// What kind of fact it is.
  public var kind: FactKind {
    switch self {
    case .schemeSet: .schemeSet
    case .memberJoined: .memberJoined
    case .volunteerAdded: .volunteerAdded
    case .volunteerAmended: .volunteerAmended
    case .familyAdded: .familyAdded
    case .familyAmended: .familyAmended
    case .familyMerged: .familyMerged
    case .mergeUndone: .mergeUndone
    case .episodeOpened: .episodeOpened
    case .episodeMoved: .episodeMoved
    case .visitPlanned: .visitPlanned
    case .visitRecorded: .visitRecorded
    case .visitAmended: .visitAmended
    case .visitRetracted: .visitRetracted
    case .followUpDone: .followUpDone
    case .checkInRecorded: .checkInRecorded
    case .checkInRetracted: .checkInRetracted
    case .memberLeft: .memberLeft

    case .background(_, let fact): fact.kind

    case .assessment(_, let fact): fact.kind

    case .volunteering(_, let fact): fact.kind

    case .outing(_, let fact): fact.kind

    case .service(_, let fact): fact.kind

    case .directory(let fact): fact.kind

    case .evaluation(_, let fact): fact.kind

    case .concern(let fact): fact.kind

    case .wording(let fact): fact.kind

    case .oversight(let fact): fact.kind

    case .sealed(let sealed): sealed.kind
    }
  }

  /// The family the fact is about, where it is about one.
  public var family: FamilyID? {
    switch self {
    case .schemeSet, .memberJoined, .memberLeft, .volunteerAdded, .volunteerAmended, .volunteering,
      .directory, .wording:
      nil
    // A concern names its family inside its box, so that nobody else learns which family it is about.
    case .concern: nil
    case .oversight(let fact): fact.family
    // Whoever may open the family that goes on may know what went into it.
    case .familyMerged(let merge, _): merge.into
    case .mergeUndone(let id, _), .familyAdded(let id, _), .familyAmended(let id, _, _),
      .episodeOpened(let id, _),
      .episodeMoved(let id, _), .visitPlanned(let id, _), .followUpDone(let id, _),
      .checkInRetracted(_, let id), .visitRetracted(_, let id), .background(let id, _),
      .assessment(let id, _), .outing(let id, _), .service(let id, _), .evaluation(let id, _):
      id
    case .visitRecorded(let visit), .visitAmended(_, let visit): visit.family
    case .checkInRecorded(let checkIn): checkIn.family
    case .sealed(let sealed): sealed.family
    }
  }
}

extension FactKind {
  /// Whether a fact of this kind goes into the file of the family it is about.
  package var goesIntoFamilyFile: Bool {
    switch self {
    case .familyAdded, .familyAmended, .episodeOpened, .episodeMoved, .visitPlanned, .visitRecorded,
      .visitAmended, .visitRetracted, .followUpDone, .checkInRecorded, .checkInRetracted, .consentGiven,
      .consentWithdrawn, .lifeEventRecorded, .healthReviewRecorded, .consentAmended, .lifeEventAmended,
      .healthReviewAmended, .backgroundRetracted, .referralRecorded,
      .referralAmended, .assessmentRecorded, .assessmentAmended, .supportPlanMade, .supportPlanAmended,
      .planActionTicked, .assessmentRetracted, .outingBegan, .cameHome, .outingAmended, .outingRetracted,
      .serviceUseBegan, .serviceUseMoved, .serviceSessionNoted, .serviceUseAmended, .serviceUseRetracted,
      .moveAmended, .moveRetracted, .reviewHeld, .reviewAmended, .reviewRetracted, .feedbackGiven,
      .feedbackAmended, .feedbackRetracted, .letterWritten:
      true
    case .schemeSet, .memberJoined, .memberLeft, .volunteerAdded, .volunteerAmended, .familyMerged,
      .mergeUndone,
      .referenceTaken,
      .vettingChecked, .preparationNoted, .supervisionHeld, .trainingDone, .expensesClaimed,
      .volunteerNoteAmended, .volunteerNoteRetracted, .serviceAdded, .serviceAmended, .concernRaised,
      .concernCopied, .concernAmended, .concernAcknowledged, .concernActed, .concernActionAmended,
      .concernClosed, .wordingAdded, .wordingRemoved, .instrumentSwitched, .familyOpened, .holdSet,
      .holdLifted, .familyErased, .numbersKept, .exportMade, .accessGranted, .accessWithdrawn,
      .accessPackMade:
      false
    }
  }
}

/// Who an entry is closed for.
public enum Readers: Hashable, Sendable {
  /// Those who may open the family, or every member where the entry is about no family.
  case usual
  /// The office alone: coordinators and supervisors. Anybody may write to it.
  case office
  /// The author alone: their own copy of what they wrote to the office.
  case author
}

extension Fact {
  /// Who may read what the fact says.
  public var readers: Readers {
    switch self {
    case .schemeSet, .memberJoined, .memberLeft, .volunteerAdded, .volunteerAmended, .familyAdded,
      .familyAmended, .familyMerged, .mergeUndone, .episodeOpened, .episodeMoved, .visitPlanned,
      .visitRecorded, .visitAmended, .visitRetracted, .followUpDone, .checkInRecorded, .checkInRetracted,
      .background, .assessment,
      .outing, .service, .directory, .evaluation, .wording, .sealed:
      .usual
    case .volunteering(_, let fact): fact.readers
    case .concern(let fact): fact.readers
    case .oversight(let fact): fact.readers
    }
  }
}
