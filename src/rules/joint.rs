//! The rules that tie two roles of one sitting together: a solver that takes roles one by one must know them.

use crate::domain::{Policy, Role, RuleCode, Severity};

use super::{Bar, CATALOGUE, severity};

/// A rule in force that bars one role of a sitting to who holds another there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JointRule {
    /// The rule.
    pub code: RuleCode,
    /// The role that is barred, and that the rule's use counts for.
    pub role: Role,
    /// The role that bars it.
    pub other: Role,
    /// `Forbid` or `Avoid`; a waiver may turn a person's `Forbid` into `Avoid`.
    pub severity: Severity,
}

/// Every joint rule in force, in the catalogue's order.
pub fn joint_rules(policy: &Policy) -> Vec<JointRule> {
    let mut joint = Vec::new();
    for rule in CATALOGUE {
        let Bar::AlsoHolds(other) = rule.bar else {
            continue;
        };
        let severity = severity(policy, rule.code);
        if severity == Severity::Allow {
            continue;
        }
        joint.extend(rule.roles.iter().map(|role| JointRule {
            code: rule.code,
            role,
            other,
            severity,
        }));
    }
    joint
}
