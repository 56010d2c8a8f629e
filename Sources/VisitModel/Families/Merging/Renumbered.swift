/// What names people or episodes of its family, and can be said in another family's file.
protocol Renumbered: Hashable, Sendable {
  /// The same, with the numbers of another family's file.
  func renumbered(by numbers: Renumbering) -> Self
}

extension Record where Value: Renumbered {
  /// The record with its history, as another family's file has it.
  func renumbered(by numbers: Renumbering) -> Record { map { $0.renumbered(by: numbers) } }
}

extension Visit: Renumbered {
  func renumbered(by numbers: Renumbering) -> Visit {
    var visit = self
    visit.family = numbers.family
    visit.episode = numbers[episode]
    visit.attendance = attendance.map { Attendance(person: numbers[$0.person], presence: $0.presence) }
    return visit
  }
}

extension CheckIn: Renumbered {
  func renumbered(by numbers: Renumbering) -> CheckIn {
    var checkIn = self
    checkIn.family = numbers.family
    checkIn.person = numbers[person]
    return checkIn
  }
}

extension EpisodeMove: Renumbered {
  func renumbered(by numbers: Renumbering) -> EpisodeMove {
    EpisodeMove(
      episode: numbers[episode], state: state, day: day, refusal: refusal, basedOn: basedOn, note: note)
  }
}

extension Person: Renumbered {
  func renumbered(by numbers: Renumbering) -> Person {
    var person = Person(
      number: numbers[number], role: role, name: name, isMainCarer: isMainCarer, livesHere: livesHere,
      birth: birth)
    person.relationships = relationships.map { Relationship(child: numbers[$0.child], word: $0.word) }
    person.school = school
    person.additionalNeeds = additionalNeeds
    person.ethnicity = ethnicity
    person.language = language
    return person
  }
}

extension Family: Renumbered {
  func renumbered(by numbers: Renumbering) -> Family {
    var family = self
    family.people = people.map { $0.renumbered(by: numbers) }
    return family
  }
}

extension Consent: Renumbered {
  func renumbered(by numbers: Renumbering) -> Consent {
    var consent = self
    consent.by = numbers[by]
    return consent
  }
}

extension LifeEvent: Renumbered {
  func renumbered(by numbers: Renumbering) -> LifeEvent {
    var event = self
    event.person = person.map { numbers[$0] }
    return event
  }
}

extension HealthReview: Renumbered {
  func renumbered(by numbers: Renumbering) -> HealthReview {
    var review = self
    review.child = numbers[child]
    return review
  }
}

extension Referral: Renumbered {
  func renumbered(by numbers: Renumbering) -> Referral {
    var referral = self
    referral.episode = numbers[episode]
    return referral
  }
}

extension Assessment: Renumbered {
  func renumbered(by numbers: Renumbering) -> Assessment {
    var assessment = self
    assessment.episode = numbers[episode]
    assessment.present = present.map { numbers[$0] }
    return assessment
  }
}

extension SupportPlan: Renumbered {
  func renumbered(by numbers: Renumbering) -> SupportPlan {
    var plan = self
    plan.episode = numbers[episode]
    return plan
  }
}

extension Review: Renumbered {
  func renumbered(by numbers: Renumbering) -> Review {
    var review = self
    review.episode = numbers[episode]
    review.present = present.map { numbers[$0] }
    return review
  }
}

extension Feedback: Renumbered {
  func renumbered(by numbers: Renumbering) -> Feedback {
    var feedback = self
    feedback.episode = numbers[episode]
    feedback.person = person.map { numbers[$0] }
    return feedback
  }
}

extension Letter: Renumbered {
  func renumbered(by numbers: Renumbering) -> Letter {
    Letter(kind: kind, episode: numbers[episode], day: day)
  }
}

extension Concern: Renumbered {
  func renumbered(by numbers: Renumbering) -> Concern {
    guard case .family(_, let people, let others) = subject else { return self }
    var concern = self
    concern.subject = .family(numbers.family, people: people.map { numbers[$0] }, others: others)
    return concern
  }
}
