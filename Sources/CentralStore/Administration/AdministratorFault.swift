/// Why a command of the administrator was not done, beside what PostgreSQL itself refuses.
package enum AdministratorFault: Error, Hashable, Sendable {
  /// There is no central store in this database.
  case notThere
  /// A newer program has set it up.
  case newerSchema(found: Int, known: Int)
  case oldServer(version: Int)
  case alreadyEnrolled(centre: String, desk: String)
  case unknownDesk(centre: String, desk: String)
  case unknownCentre(String)
  /// Desks take a release only if its number is higher than the last one's.
  case releaseTooLow(newest: Int64)
  /// Earlier releases were signed with another key, which the desks have.
  case anotherReleaseKey
}
