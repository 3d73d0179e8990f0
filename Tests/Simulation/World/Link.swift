import Sync

/// How the network between a desk and the server is at the moment.
enum Weather: String, CaseIterable {
  case fine
  /// Connections break now and then, before or after the server has done its work.
  case stormy
  /// What the desk says does not arrive, and nobody tells.
  case deafServer
  /// What the server says does not arrive, and nobody tells.
  case deafDesk
  case slow
  /// Connections are made, and broken with the first question.
  case slamming
  /// Connections are refused at once.
  case refused
  /// Connections are neither made nor refused.
  case silent
}

/// One connection of a desk: in each direction what is sent first arrives first.
struct Link {
  let desk: Int
  /// The life of the program that made it: one that crashed hears nothing any more.
  let life: Int
  var isMade = false
  /// Neither side will send any more; what is under way still arrives.
  var isClosed = false
  /// The server's machine is gone: nothing of what is under way to it arrives anywhere.
  var isServerGone = false
  /// And nobody tells the desk.
  var isDead = false
  /// The last operation that was pushed on it.
  var pushed: Int64?
  var lastArrivalUp: Int64 = 0
  var lastArrivalDown: Int64 = 0
}

/// What happens in the world, at one moment each.
enum WorldEvent {
  case start(desk: Int, life: Int)
  case alarm(desk: Int, life: Int, token: Int)
  case linkMade(link: Int)
  case linkBroken(link: Int, LinkFault)
  case request(link: Int, SyncRequest, after: Int64?)
  case reply(link: Int, SyncReply)
  case clerk(desk: Int)
  /// Something was saved by the way.
  case saved(desk: Int, life: Int)
  case fault(Int)
  case healed(Int)
  case allHealed
}
