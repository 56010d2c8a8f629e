// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target of ours is held to the same rules.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: [Target.Dependency] = [
  .product(name: "Crypto", package: "swift-crypto"),
  .product(name: "CryptoExtras", package: "swift-crypto"),
]
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf")

/// The descriptions of what stands in a journal, which Swift does not read.
let descriptions = [
  "kinds", "records", "Background/background", "Assessment/assessment", "Volunteers/volunteers",
  "Merging/merging", "Outings/outings", "Services/services", "Evaluation/evaluation",
  "Concerns/concerns", "Wordings/wordings", "Oversight/oversight",
]

let package = Package(
  name: "visitbook",
  products: [.executable(name: "visitbook", targets: ["visitbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CSystem"),
    .target(name: "CResources"),

    .target(name: "VisitModel", swiftSettings: house + [.strictMemorySafety()]),
    .target(name: "VisitLibrary", dependencies: ["VisitModel", "CResources"], swiftSettings: house),
    .target(
      name: "VisitJournal", dependencies: ["VisitModel", "CSystem", protobuf] + crypto,
      exclude: descriptions.map { "Records/\($0).proto" }, swiftSettings: house),
    .target(
      name: "VisitReports", dependencies: ["VisitModel"],
      swiftSettings: house + [.strictMemorySafety()]),
    .target(name: "Terminal", dependencies: ["CNcurses", "CSystem"], swiftSettings: house),
    .target(
      name: "VisitScreens",
      dependencies: ["VisitModel", "VisitJournal", "VisitLibrary", "VisitReports", "Terminal"],
      swiftSettings: house),
    .executableTarget(
      name: "visitbook",
      dependencies: [
        "VisitModel", "VisitJournal", "VisitLibrary", "VisitReports", "VisitScreens", "Terminal", "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house,
      // Without its symbols the one file to copy has 35 MB instead of 90.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-s"], .when(configuration: .release))]),

    .target(
      name: "Support", dependencies: ["VisitModel", "VisitJournal", "VisitLibrary"] + crypto,
      path: "Tests/Support", swiftSettings: house),
    // The long proofs of the journal: `swift build -c release --product proof`.
    .executableTarget(
      name: "proof", dependencies: ["Support", "VisitJournal"], path: "Tests/Proof", swiftSettings: house),
    .testTarget(
      name: "VisitModelTests", dependencies: ["VisitModel", "VisitLibrary", "Support"],
      resources: [.copy("Fixtures")], swiftSettings: house),
    .testTarget(
      name: "VisitLibraryTests", dependencies: ["VisitLibrary", "VisitModel"], swiftSettings: house),
    .testTarget(
      name: "VisitJournalTests", dependencies: ["VisitJournal", "VisitModel", "Support", protobuf] + crypto,
      exclude: [
        "Reader/visitbook_reader.py", "Golden/format-1", "Golden/format-1.codes", "Golden/format-1-keyring-2",
        "Golden/format-1-keyring-2.codes",
      ],
      swiftSettings: house),
    .testTarget(
      name: "VisitReportsTests", dependencies: ["VisitReports", "VisitModel", "Support"],
      swiftSettings: house),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: house),
    .testTarget(
      name: "VisitScreensTests",
      dependencies: [
        "VisitScreens", "VisitModel", "VisitJournal", "VisitLibrary", "VisitReports", "Terminal", "Support",
      ],
      exclude: ["Pictures"], swiftSettings: house),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["visitbook", "VisitModel", "VisitReports", "VisitJournal", "VisitLibrary", "Support"]
        + crypto,
      exclude: ["Shim/failing_disk.c"],
      swiftSettings: house),
  ],
  cLanguageStandard: .c2x
)

// `Tests/Fuzzing/run` sets this: libFuzzer wants a static library, built with flags that nothing else is built with.
if Context.environment["VISITBOOK_FUZZING"] != nil {
  package.products.append(.library(name: "Fuzzing", type: .static, targets: ["Fuzzing"]))
  package.targets.append(
    .target(
      name: "Fuzzing",
      dependencies: ["Support", "VisitJournal", "VisitLibrary", "VisitModel", protobuf] + crypto,
      path: "Tests/Fuzzing/Targets"))
}
