//! Parts of the time-bound demands that share nobody: each is solved alone.

use super::instance::Instance;

/// Positions of the time-bound demands that are not settled, by connected part; parts and positions ascend.
///
/// Proctors and assistants share people, and so do observers where staff may observe.
pub fn time_bound(instance: &Instance) -> Vec<Vec<usize>> {
    let mut leader: Vec<u32> = (0..instance.demands.len() as u32).collect();
    let mut first_of: Vec<Option<u32>> = vec![None; instance.standing.len()];
    let is_open = |index: &usize| {
        let demand = &instance.demands[*index];
        demand.role.is_time_bound() && demand.seats > 0
    };
    for index in (0..instance.demands.len()).filter(is_open) {
        let mut mine = index as u32;
        for candidate in &instance.demands[index].candidates {
            let first = *first_of[candidate.person.index()].get_or_insert(mine);
            if leader[first as usize] != mine {
                let theirs = root(&mut leader, first);
                let top = mine.min(theirs);
                leader[mine.max(theirs) as usize] = top;
                mine = top;
            }
        }
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); leader.len()];
    for index in (0..instance.demands.len()).filter(is_open) {
        parts[root(&mut leader, index as u32) as usize].push(index);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn root(leader: &mut [u32], mut index: u32) -> u32 {
    while leader[index as usize] != index {
        let above = leader[leader[index as usize] as usize];
        leader[index as usize] = above;
        index = above;
    }
    index
}
