//! Time and limits: nobody in two rooms at once, nor in two places of one sitting, nor on duty more than allowed.

use crate::domain::{Date, Role, StructuralCode, week_of};

use crate::rules::Evidence;

use super::finding::Finding;
use super::ledger::{Ledger, Listed};

/// Clashes and limits, person by person.
pub fn findings(ledger: &Ledger<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for duties in &ledger.by_person {
        let (bound, free): (Vec<Listed>, Vec<Listed>) = duties
            .iter()
            .partition(|listed| listed.duty.role.is_time_bound());
        findings.extend(double_booked(ledger, &bound));
        findings.extend(twice_in_sitting(&bound));
        findings.extend(twice_in_sitting(&free));
        findings.extend(over_daily_limit(ledger, &bound));
        findings.extend(over_weekly_limit(ledger, &bound));
        findings.extend(over_total_limit(ledger, &bound));
        findings.extend(over_works_limit(ledger, &free));
        findings.extend(over_works_a_day(ledger, &free));
    }
    findings
}

/// Duties that overlap an earlier one; `duties` are one person's, time-bound, in order of time.
fn double_booked(ledger: &Ledger<'_>, duties: &[Listed]) -> Vec<Finding> {
    let overlap = |a: &Listed, b: &Listed| {
        let (a, b) = (ledger.sitting(a.duty), ledger.sitting(b.duty));
        a.span.overlaps(&b.span)
    };
    let mut findings = Vec::new();
    for day in duties.chunk_by(|a, b| date(ledger, a) == date(ledger, b)) {
        for (index, later) in day.iter().enumerate() {
            // The nearest ones clash most often.
            let earlier = day[..index]
                .iter()
                .rev()
                .find(|earlier| overlap(earlier, later));
            findings
                .extend(earlier.map(|earlier| clash(StructuralCode::DoubleBooked, earlier, later)));
        }
    }
    findings
}

/// Second and further places of one sitting; `duties` are one person's, all time-bound or all checking.
fn twice_in_sitting(duties: &[Listed]) -> Vec<Finding> {
    let mut duties = duties.to_vec();
    duties.sort_by_key(|listed| (listed.duty.sitting, listed.row));
    duties
        .windows(2)
        .filter(|pair| pair[0].duty.sitting == pair[1].duty.sitting)
        .map(|pair| clash(StructuralCode::TwiceInSitting, &pair[0], &pair[1]))
        .collect()
}

fn clash(code: StructuralCode, earlier: &Listed, later: &Listed) -> Finding {
    Finding {
        clash: Some(earlier.row),
        ..Finding::of_duty(code, later.row, later.duty)
    }
}

/// On each day, the first duty beyond `max_per_day`.
fn over_daily_limit(ledger: &Ledger<'_>, duties: &[Listed]) -> Vec<Finding> {
    duties
        .chunk_by(|a, b| date(ledger, a) == date(ledger, b))
        .filter_map(|day| {
            let limit = ledger
                .school
                .person(day[0].duty.person)
                .staff
                .as_ref()?
                .max_per_day?;
            beyond(ledger, StructuralCode::OverDailyLimit, day, limit)
        })
        .collect()
}

/// In each calendar week, the first duty beyond `max_per_week`.
fn over_weekly_limit(ledger: &Ledger<'_>, duties: &[Listed]) -> Vec<Finding> {
    let week = |listed: &Listed| week_of(date(ledger, listed));
    let limit = |listed: &Listed| {
        let staff = ledger.school.person(listed.duty.person).staff.as_ref();
        staff?.max_per_week
    };
    duties
        .chunk_by(|a, b| week(a) == week(b))
        .filter_map(|days| {
            let limit = limit(&days[0])?;
            beyond(ledger, StructuralCode::OverWeeklyLimit, days, limit)
        })
        .collect()
}

/// The first of a checker's duties with which their works exceed the limit.
fn over_works_limit(ledger: &Ledger<'_>, duties: &[Listed]) -> Option<Finding> {
    let person = duties.first()?.duty.person;
    let limit = ledger.school.works_limit(person)?;
    let staff = ledger.school.person(person).staff.as_ref();
    let own = staff.filter(|staff| staff.max_works.is_some());
    let evidence = Evidence::of_cells(own.map(|staff| staff.read_at));
    let first = first_beyond(ledger, duties, limit)?;
    Some(Finding {
        evidence,
        ..Finding::of_duty(StructuralCode::OverWorksLimit, first.row, first.duty)
    })
}

/// On each date, the first of a checker's duties with which works of sittings of that date exceed the limit.
fn over_works_a_day(ledger: &Ledger<'_>, duties: &[Listed]) -> Vec<Finding> {
    let Some(limit) = ledger.school.policy.limits.works_a_day else {
        return Vec::new();
    };
    duties
        .chunk_by(|a, b| date(ledger, a) == date(ledger, b))
        .filter_map(|day| first_beyond(ledger, day, limit))
        .map(|it| Finding::of_duty(StructuralCode::OverWorksADay, it.row, it.duty))
        .collect()
}

/// The first duty with which the works of all up to it are more than the limit.
fn first_beyond(ledger: &Ledger<'_>, duties: &[Listed], limit: u32) -> Option<Listed> {
    let mut works = 0_u64;
    duties.iter().copied().find(|listed| {
        works += u64::from(ledger.sitting(listed.duty).load(Role::Checker));
        works > u64::from(limit)
    })
}

/// The first duty beyond `max_total`.
fn over_total_limit(ledger: &Ledger<'_>, duties: &[Listed]) -> Option<Finding> {
    let person = duties.first()?.duty.person;
    let limit = ledger.school.person(person).staff.as_ref()?.max_total?;
    beyond(ledger, StructuralCode::OverTotalLimit, duties, limit)
}

fn beyond(
    ledger: &Ledger<'_>,
    code: StructuralCode,
    duties: &[Listed],
    limit: u32,
) -> Option<Finding> {
    let first = duties.get(limit as usize)?;
    let staff = ledger.school.person(first.duty.person).staff.as_ref()?;
    Some(Finding {
        evidence: Evidence::of_cells([staff.read_at]),
        ..Finding::of_duty(code, first.row, first.duty)
    })
}

fn date(ledger: &Ledger<'_>, listed: &Listed) -> Date {
    ledger.sitting(listed.duty).date
}
