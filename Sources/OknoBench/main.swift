// `okno-bench [NAME…] [--citizens N] [--queries FILE] [--verbose]`: measures, and prints one row a
// figure.
internal import Glibc

let benches: [any Bench] = [
  SearchBench(), RecallBench(), PeopleBench(), SaveBench(), StartBench(), KeystrokeBench(),
  FrameBench(), BytesBench(), IdleBench(), FillBench(), FillKeysBench(), CentralBench(),
  CallBench(), HerdBench(),
  BacklogBench(), ReportBench(), BoardBench(), AdviseBench(), ImportBench(), TrainingBench(),
  TrainingKeyBench(),
]

var names: [String] = []
var citizens = 1_000_000
var queries = QuerySet.path
var isVerbose = false
var folderToFill: String?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--citizens": citizens = arguments.popFirst().flatMap(Int.init) ?? citizens
  case "--queries": queries = arguments.popFirst() ?? queries
  case "--verbose": isVerbose = true
  case FillingDesk.fillAgain: folderToFill = arguments.popFirst()
  default: names.append(argument)
  }
}

if let folder = folderToFill {
  try? FillingDesk(directory: folder, rows: citizens).fillAgainAndAgain()
  exit(70)
}

do {
  let store = BenchStore(folder: "build/bench", citizens: citizens)
  var figures: [Figure] = []
  if let seconds = try store.prepare() {
    figures.append(
      Figure(
        name: "store: first fill", ours: Double(citizens) / seconds, unit: "citizens/s", goal: .none
      ))
  }
  let context = BenchContext(store: store, queries: queries, isVerbose: isVerbose)
  for bench in benches where names.isEmpty || names.contains(bench.name) {
    note("measuring \(bench.name)")
    figures += try bench.figures(context)
  }
  print(Table.text(figures))
  exit(figures.allSatisfy { $0.isMet ?? true } ? 0 : 1)
} catch {
  note("okno-bench: \(error)")
  exit(70)
}
