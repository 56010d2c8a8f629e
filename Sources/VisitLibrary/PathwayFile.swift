// The file of the pathway: `version = 1`, then a line for each move, `stage > stage = what it needs`.

internal import VisitModel

/// Reads the table of the pathway.
enum PathwayFile {
  static func read(_ bytes: [UInt8], file: String) throws(LibraryError) -> Pathway {
    var version: Int?
    var steps: [PathwayStep] = []
    var lines: [PathwayStep.Ends: Int] = [:]
    for line in try TextLines(bytes, file: file).lines {
      func fault(_ problem: String) -> LibraryError {
        LibraryError(file: file, line: line.number, problem: problem)
      }
      guard let (key, value) = line.keyAndValue, !value.isEmpty else {
        throw fault("a line is \"stage > stage = what the move needs\"")
      }
      if version == nil {
        guard key == "version", let number = Int(value), number > 0 else {
          throw fault("before the moves stands \"version = 1\"")
        }
        version = number
        continue
      }
      let ends = key.split(separator: ">", omittingEmptySubsequences: false).map(Self.trimmed)
      guard ends.count == 2, let to = EpisodeStage(rawValue: ends[1]) else {
        throw fault("\"\(key)\" is no move from one stage to another")
      }
      let from = EpisodeStage(rawValue: ends[0])
      guard from != nil || ends[0] == "new" else { throw fault("\"\(ends[0])\" is no stage") }
      var needs: [MoveNeed] = []
      for word in value.split(separator: ",").map(Self.trimmed) where word != "nothing" {
        guard let need = MoveNeed(rawValue: word) else {
          throw fault("\"\(word)\" is nothing a move can need")
        }
        needs.append(need)
      }
      let step = PathwayStep(from: from, to: to, needs: needs)
      lines[step.ends] = line.number
      steps.append(step)
    }
    guard let version else { throw LibraryError(file: file, problem: "no version") }
    do throws(PathwayFault) {
      return try Pathway(version: version, steps: steps)
    } catch {
      throw LibraryError(file: file, line: error.ends.flatMap { lines[$0] }, problem: error.sentence)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension PathwayFault {
  /// The move that is at fault, where it is one.
  fileprivate var ends: PathwayStep.Ends? {
    switch self {
    case .twice(let ends), .goesOnAfterTheEnd(let ends), .lacks(let ends, _): ends
    case .opensClosed, .goesNowhere, .cannotBeReached, .cannotEnd: nil
    }
  }

  /// What is wrong, in English for whoever writes the file.
  fileprivate var sentence: String {
    switch self {
    case .twice: "the move stands twice"
    case .goesOnAfterTheEnd: "nothing follows an end"
    case .opensClosed(let stage): "an episode cannot open at \"\(stage.rawValue)\""
    case .goesNowhere(let stage): "\"\(stage.rawValue)\" follows itself"
    case .lacks(let ends, let need): "a move to \"\(ends.to.rawValue)\" needs: \(need.rawValue)"
    case .cannotBeReached(let stage): "no move leads to \"\(stage.rawValue)\""
    case .cannotEnd(let stage): "from \"\(stage.rawValue)\" no way leads to an end"
    }
  }
}
