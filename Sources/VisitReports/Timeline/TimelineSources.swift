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
            "score": value.map { ": " + $0 } ?? "",
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

  func referralEvents(_ lists: SchemeLists) -> [TimelineEvent] {
    assessment.referrals.compactMap { record in
      record.current.flatMap {
        TimelineEvent(.referral, record, on: $0.received, ["source": lists.label(of: $0.source)])
      }
    }
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
