public import VisitLibrary
public import VisitReports

extension Words {
  /// What a figure of a summary is called.
  public func label(of line: FigureLine) -> String {
    line.label ?? self("figure.\(line.section.rawValue).\(line.key)")
  }
}
