/// Families as they were added up before: each is made from its entries when somebody asks for it.
///
/// An archive never changes and gives the same answers for as long as it is held. Asked from one place at a time or from
/// several.
public protocol FamilyArchive: AnyObject, Sendable {
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
  /// The plain numbers of every visit of some families that stands, family by family in the order of their numbers.
  func forEachVisit(of families: [FamilyID], _ body: (FamilyID, FamilyNumber, VisitFigures) -> Void)
  /// The family of a number.
  func family(numbered number: FamilyNumber) -> FamilyID?
  /// The family whose file a record stands in.
  func family(holding record: RecordID) -> FamilyID?
  /// The records within a range, in their order.
  func records(in range: ClosedRange<RecordID>) -> [RecordID]
  /// What the reader may know of visits to families that they may not open.
  var sealedVisits: [RecordID: SealedVisit] { get }
}
