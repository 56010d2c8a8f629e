internal import VisitModel

// What each kind of record tells on the timeline. Values are put into the words `timeline.KIND` of the language file.

extension FamilyFile {
  func moveEvents(_ lists: SchemeLists) -> [TimelineEvent] {
    episodeLogs.flatMap(\.moves).compactMap { record in
      record.current.flatMap {
        TimelineEvent(
          .move, record, on: $0.day,
          ["stage": $0.state.stage.rawValue, "why": $0.state.why(lists).map { ": " + $0 } ?? ""])
      }
    }
  }

  var visitEvents: [TimelineEvent] {
    visits.compactMap { record in
      record.current.flatMap { visit in
        let words = visit.familyWords.isEmpty ? visit.note : visit.familyWords
        return TimelineEvent(
          visit.outcome.contact == nil ? .missedVisit : .visit, record, on: visit.day,
          [
            "outcome": visit.outcome.kind.rawValue, "length": visit.outcome.minutes.text,
            "words": words.isEmpty ? "" : ": " + words,
          ])
      }
    }
  }

  func checkInEvents(_ shelf: InstrumentShelf) -> [TimelineEvent] {
    checkIns.compactMap { record in
      record.current.flatMap { checkIn in
        let value = shelf.primaryScore(of: checkIn)?.result.value?.text(decimals: 1)
        return TimelineEvent(
          .checkIn, record, on: checkIn.day,
          [
            "instrument": checkIn.instrument.rawValue, "point": checkIn.point.rawValue,
            "score": value.map { ": " + $0 } ?? checkIn.elsewhere.map { ": " + $0.by } ?? "",
          ])
      }
    }
  }

  func evaluationEvents(_ lists: SchemeLists) -> [TimelineEvent] {
    let reviews = evaluation.reviews.compactMap { record in
      record.current.flatMap { review in
        let next = review.overall.strategy.map { "; " + lists.label(of: $0.strategy) } ?? ""
        return TimelineEvent(
          .review, record, on: review.day, ["overall": review.overall.word.rawValue, "next": next])
      }
    }
    let feedback = evaluation.feedback.compactMap { record in
      record.current.flatMap { given in
        TimelineEvent(
          .feedback, record, on: given.day,
          [
            "themes": given.themes.map { lists.label(of: $0) }.joined(separator: ", "),
            "words": given.words.isEmpty ? "" : ": " + given.words,
          ])
      }
    }
    let letters = evaluation.letters.compactMap { version in
      version.value.map {
        TimelineEvent(
          .letter, on: $0.day, record: nil, stamp: version.stamp, author: version.author,
          values: ["kind": $0.kind.rawValue])
      }
    }
    return reviews + feedback + letters
  }

  func assessmentEvents(_ lists: SchemeLists) -> [TimelineEvent] {
    let referrals = assessment.referrals.compactMap { record in
      record.current.flatMap {
        TimelineEvent(.referral, record, on: $0.received, ["source": lists.label(of: $0.source)])
      }
    }
    let assessments = assessment.assessments.compactMap { record in
      record.current.flatMap {
        TimelineEvent(.assessment, record, on: $0.day, ["level": $0.level.level.rawValue])
      }
    }
    let plans = assessment.plans.compactMap { record in
      record.current.flatMap {
        TimelineEvent(
          .plan, record, on: $0.made, ["goals": $0.goals.map(\.words).joined(separator: "; ")])
      }
    }
    return referrals + assessments + plans
  }

  func backgroundEvents(_ lists: SchemeLists) -> [TimelineEvent] {
    let events = background.lifeEvents.compactMap { record in
      record.current.flatMap { event in
        TimelineEvent(
          .lifeEvent, record, on: event.day,
          ["what": lists.label(of: event.kind) + (event.what.isEmpty ? "" : ": " + event.what)])
      }
    }
    let reviews = background.healthReviews.compactMap { record in
      record.current.flatMap { review in
        TimelineEvent(
          .healthReview, record, on: review.day,
          ["review": review.review.rawValue, "child": family.person(review.child)?.shortName ?? ""])
      }
    }
    return events + reviews
  }
}

extension FamilyFile {
  /// The services the family was pointed to, how each went on, and the sessions that were offered.
  func serviceEvents(_ directory: ServiceDirectory?) -> [TimelineEvent] {
    let titles = Dictionary(
      services.standing.map { used in
        (used.id, directory?.title(of: used.said.service) ?? used.said.service.description)
      }, uniquingKeysWith: { first, _ in first })
    let begun = services.standing.compactMap { used -> TimelineEvent? in
      let purpose = used.said.purpose.isEmpty ? "" : ": " + used.said.purpose
      return TimelineEvent(
        .service, used.use, on: used.said.day,
        ["what": "\(titles[used.id] ?? ""), \(used.said.begun.rawValue)\(purpose)"])
    }
    let later = steps.compactMap { version -> TimelineEvent? in
      let (day, what): (Day, String)
      switch version.value {
      case .serviceMoved(_, let step):
        (day, what) = (step.day, step.state.rawValue + (step.words.isEmpty ? "" : ": " + step.words))
      case .session(_, let session):
        (day, what) = (session.day, session.wasAttended ? "session attended" : "session missed")
      default: return nil
      }
      guard let use = version.value?.record, let title = titles[use] else { return nil }
      return TimelineEvent(
        .service, on: day, record: use, stamp: version.stamp, author: version.author,
        values: ["what": "\(title), \(what)"])
    }
    return begun + later
  }
}

extension TimelineEvent {
  /// A concern, by what was seen or said.
  init(_ concern: ConcernFile) {
    let said = concern.concern
    let what = [said.seen, said.said, said.done].first { !$0.isEmpty } ?? ""
    self.init(
      .concern, on: said.day, record: concern.id, stamp: concern.details.latest.stamp, author: concern.author,
      values: ["what": what])
  }
}
