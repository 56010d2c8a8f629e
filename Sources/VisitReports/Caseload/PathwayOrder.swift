// The order of the stages, for lists sorted by where a family stands.

internal import VisitModel

extension EpisodeStage {
  /// The stage's place on the pathway, from 0.
  var place: Int { EpisodeStage.allCases.firstIndex(of: self) ?? 0 }
}
