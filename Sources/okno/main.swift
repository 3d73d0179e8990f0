internal import Glibc

let program = Program(table: .okno, environment: .ofProcess(), console: .standard)
exit(program.run(Array(CommandLine.arguments.dropFirst())))
