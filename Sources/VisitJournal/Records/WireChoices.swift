internal import SwiftProtobuf
internal import VisitModel

/// A choice as it stands in a file, beside the choice that the model knows.
///
/// Each pair is written down once, from the model's side, so that a case added to the model cannot be forgotten here.
/// The raw values of the model's own choices are words for people, and may change; these numbers may not.
protocol WireChoice: SwiftProtobuf.Enum {
  associatedtype Meaning: CaseIterable
  init(_ meaning: Meaning)
}

extension WireChoice {
  /// What the number means; nil for nothing said, and for what a newer program says.
  var meaning: Meaning? { Meaning.allCases.first { Self($0) == self } }
}

extension WireKind: WireChoice {
  // The model keeps these numbers itself.
  init(_ kind: FactKind) { self = WireKind(rawValue: Int(kind.rawValue)) ?? .unspecified }

  var meaning: FactKind? { UInt8(exactly: rawValue).flatMap(FactKind.init(rawValue:)) }
}

extension WireMemberRole: WireChoice {
  init(_ meaning: Role) {
    switch meaning {
    case .volunteer: self = .volunteer
    case .coordinator: self = .coordinator
    case .supervisor: self = .supervisor
    }
  }
}

extension WireNation: WireChoice {
  init(_ meaning: Nation) {
    switch meaning {
    case .england: self = .england
    case .wales: self = .wales
    case .scotland: self = .scotland
    case .northernIreland: self = .northernIreland
    }
  }
}

extension WireOutcome: WireChoice {
  init(_ meaning: VisitOutcomeKind) {
    switch meaning {
    case .done: self = .done
    case .cutShort: self = .cutShort
    case .cancelledByFamily: self = .cancelledByFamily
    case .cancelledByVolunteer: self = .cancelledByVolunteer
    case .cancelledByOffice: self = .cancelledByOffice
    case .noAnswer: self = .noAnswer
    }
  }
}

extension WireChannel: WireChoice {
  init(_ meaning: Channel) {
    switch meaning {
    case .home: self = .home
    case .out: self = .out
    case .phone: self = .phone
    case .video: self = .video
    case .text: self = .text
    case .group: self = .group
    }
  }
}

extension WireStage: WireChoice {
  init(_ meaning: EpisodeStage) {
    switch meaning {
    case .referred: self = .referred
    case .needsInformation: self = .needsInformation
    case .refused: self = .refused
    case .accepted: self = .accepted
    case .assessed: self = .assessed
    case .waiting: self = .waiting
    case .matched: self = .matched
    case .introduced: self = .introduced
    case .supported: self = .supported
    case .paused: self = .paused
    case .endingPlanned: self = .endingPlanned
    case .ended: self = .ended
    }
  }
}

extension WirePersonRole: WireChoice {
  init(_ meaning: PersonRole) {
    switch meaning {
    case .mother: self = .mother
    case .father: self = .father
    case .partner: self = .partner
    case .grandparent: self = .grandparent
    case .otherCarer: self = .otherCarer
    case .child: self = .child
    }
  }
}

extension WireSafeContact: WireChoice {
  init(_ meaning: SafeContact) {
    switch meaning {
    case .call: self = .call
    case .text: self = .text
    case .message: self = .message
    }
  }
}

extension WirePresence: WireChoice {
  init(_ meaning: Presence) {
    switch meaning {
    case .there: self = .there
    case .declined: self = .declined
    case .away: self = .away
    }
  }
}

extension WireCheckInMode: WireChoice {
  init(_ meaning: CheckInMode) {
    switch meaning {
    case .alone: self = .alone
    case .helped: self = .helped
    case .readAloud: self = .readAloud
    }
  }
}

extension WireCheckInPoint: WireChoice {
  init(_ meaning: CheckInPoint) {
    switch meaning {
    case .start: self = .start
    case .review: self = .review
    case .ending: self = .ending
    case .other: self = .other
    }
  }
}

extension WireVault {
  /// The vault of those who may read a fact.
  init(_ readers: Readers) {
    switch readers {
    case .usual: self = .usual
    case .office: self = .office
    case .author: self = .author
    }
  }
}
