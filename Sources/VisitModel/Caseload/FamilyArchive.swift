/// Families as they were added up before: each is made from its entries when somebody asks for it.
///
/// An archive never changes and gives the same answers for as long as it is held. Asked from one place at a time or from
/// several.
package protocol FamilyArchive: AnyObject, Sendable {
  /// Every family, in the order of their numbers.
  var families: [FamilyID] { get }
  /// The highest number of a family.
  var lastNumber: FamilyNumber? { get }
  /// Whether a family is in the archive.
  func holds(_ family: FamilyID) -> Bool
  /// A family's number.
  func number(of family: FamilyID) -> FamilyNumber?
  /// A family's file, made from its entries.
  func file(of family: FamilyID) -> FamilyFile?
  /// The files of several families of the archive, in that order.
  func files(of families: [FamilyID]) -> [FamilyFile]
  /// What the list of families shows of one, without making its file.
  func standing(of family: FamilyID) -> FamilyStanding?
  /// The same of several families, in the order of their numbers.
  func standings(of families: [FamilyID]) -> [FamilyStanding]
  /// How those families stand that are active, and some others, in the order of their numbers.
  func activeStandings(and others: Set<FamilyID>) -> [FamilyStanding]
  /// What `transform` makes of the outline of every family, some thousands at a time, in the order of their numbers.
  ///
  /// Families of `excluded` are left out. `transform` is called from several threads at once.
  func mapOutlines<Answer: Sendable>(
    without excluded: Set<FamilyID>, _ transform: @Sendable ([FamilyOutline]) -> Answer
  ) -> [Answer]
  /// What `transform` makes of every visit that stands, some ten thousands at a time, in the order of the families' numbers.
  ///
  /// Families of `excluded` are left out. `transform` is called from several threads at once.
  func mapVisits<Answer: Sendable>(
    _ columns: VisitBatch.Columns, without excluded: Set<FamilyID>,
    _ transform: @Sendable (VisitBatch) -> Answer
  ) -> [Answer]
  /// The record of a visit by the place that a batch named; nil where it is not to be had that way.
  func visit(at place: UInt32, of family: FamilyID) -> Record<Visit>?
  /// The family of a number.
  func family(numbered number: FamilyNumber) -> FamilyID?
  /// The family whose file a record stands in.
  func family(holding record: RecordID) -> FamilyID?
  /// The records within a range, in their order.
  func records(in range: ClosedRange<RecordID>) -> [RecordID]
  /// What the reader may know of visits to families that they may not open.
  var sealedVisits: [RecordID: SealedVisit] { get }
}
