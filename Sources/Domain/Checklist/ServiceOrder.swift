// The certificate first, then what needs it.

extension SituationSheet {
  /// The services in an order in which each stands behind those whose result it needs; for the rest in
  /// the situation's own. Where needs run in a circle, which lint finds, the list's order breaks it.
  package var servicesInOrder: [Service] {
    var left = services
    var ordered: [Service] = []
    while !left.isEmpty {
      let waiting = Set(left.map(\.id))
      let next = left.firstIndex { needed(by: $0.id).isDisjoint(with: waiting) } ?? 0
      ordered.append(left.remove(at: next))
    }
    return ordered
  }

  /// The services whose result a service needs, by way of others too; never itself.
  package func needed(by service: Service.ID) -> Set<Service.ID> {
    var needed: Set<Service.ID> = []
    var open = [service]
    while let next = open.popLast() {
      let link = situation.services.first { $0.id == next }
      for id in link?.after ?? [] where id != service && needed.insert(id).inserted {
        open.append(id)
      }
    }
    return needed
  }
}
