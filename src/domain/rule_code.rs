//! The public names of the rules: of the catalogue (a severity each) and of the structure (always).

/// A rule of the catalogue, in the catalogue's order, which is also the order of the objective's second level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each code's meaning stands in its own file under rules/catalogue"
)]
pub enum RuleCode {
    ProctorTeachesClass,
    ProctorSubjectSpecialist,
    ProctorHomeroom,
    ProctorOwnChild,
    CheckerTeachesSubjectAndClass,
    CheckerTeachesClass,
    CheckerOwnSubject,
    CheckerHomeroom,
    CheckerOwnChild,
    CheckerUnqualified,
    CheckerSameGrade,
    CheckerOwnSchool,
    CheckerProctored,
    ObserverOwnChildClass,
    ObserverSameWork,
    ObserverParticipatingClass,
    ObserverStaff,
    PersonalTie,
}

impl RuleCode {
    /// Every code, in the catalogue's order.
    pub const ALL: [RuleCode; 18] = [
        RuleCode::ProctorTeachesClass,
        RuleCode::ProctorSubjectSpecialist,
        RuleCode::ProctorHomeroom,
        RuleCode::ProctorOwnChild,
        RuleCode::CheckerTeachesSubjectAndClass,
        RuleCode::CheckerTeachesClass,
        RuleCode::CheckerOwnSubject,
        RuleCode::CheckerHomeroom,
        RuleCode::CheckerOwnChild,
        RuleCode::CheckerUnqualified,
        RuleCode::CheckerSameGrade,
        RuleCode::CheckerOwnSchool,
        RuleCode::CheckerProctored,
        RuleCode::ObserverOwnChildClass,
        RuleCode::ObserverSameWork,
        RuleCode::ObserverParticipatingClass,
        RuleCode::ObserverStaff,
        RuleCode::PersonalTie,
    ];

    /// The public name, as in `policy.toml` and in findings.
    pub fn name(self) -> &'static str {
        match self {
            RuleCode::ProctorTeachesClass => "proctor-teaches-class",
            RuleCode::ProctorSubjectSpecialist => "proctor-subject-specialist",
            RuleCode::ProctorHomeroom => "proctor-homeroom",
            RuleCode::ProctorOwnChild => "proctor-own-child",
            RuleCode::CheckerTeachesSubjectAndClass => "checker-teaches-subject-and-class",
            RuleCode::CheckerTeachesClass => "checker-teaches-class",
            RuleCode::CheckerOwnSubject => "checker-own-subject",
            RuleCode::CheckerHomeroom => "checker-homeroom",
            RuleCode::CheckerOwnChild => "checker-own-child",
            RuleCode::CheckerUnqualified => "checker-unqualified",
            RuleCode::CheckerSameGrade => "checker-same-grade",
            RuleCode::CheckerOwnSchool => "checker-own-school",
            RuleCode::CheckerProctored => "checker-proctored",
            RuleCode::ObserverOwnChildClass => "observer-own-child-class",
            RuleCode::ObserverSameWork => "observer-same-work",
            RuleCode::ObserverParticipatingClass => "observer-participating-class",
            RuleCode::ObserverStaff => "observer-staff",
            RuleCode::PersonalTie => "personal-tie",
        }
    }

    /// The rule of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }
}

/// A structural rule: always in force, checked by counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each code's meaning stands in rules/structural"
)]
pub enum StructuralCode {
    DoubleBooked,
    Absent,
    RoleNotHeld,
    DateNotOffered,
    OverDailyLimit,
    OverWeeklyLimit,
    OverTotalLimit,
    OverWorksLimit,
    OverWorksADay,
    TwiceInSitting,
    Unfilled,
    Overfilled,
    PinBroken,
    UnknownPerson,
    UnknownSitting,
}

impl StructuralCode {
    /// Every code.
    pub const ALL: [StructuralCode; 15] = [
        StructuralCode::DoubleBooked,
        StructuralCode::Absent,
        StructuralCode::RoleNotHeld,
        StructuralCode::DateNotOffered,
        StructuralCode::OverDailyLimit,
        StructuralCode::OverWeeklyLimit,
        StructuralCode::OverTotalLimit,
        StructuralCode::OverWorksLimit,
        StructuralCode::OverWorksADay,
        StructuralCode::TwiceInSitting,
        StructuralCode::Unfilled,
        StructuralCode::Overfilled,
        StructuralCode::PinBroken,
        StructuralCode::UnknownPerson,
        StructuralCode::UnknownSitting,
    ];

    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            StructuralCode::DoubleBooked => "double-booked",
            StructuralCode::Absent => "absent",
            StructuralCode::RoleNotHeld => "role-not-held",
            StructuralCode::DateNotOffered => "date-not-offered",
            StructuralCode::OverDailyLimit => "over-daily-limit",
            StructuralCode::OverWeeklyLimit => "over-weekly-limit",
            StructuralCode::OverTotalLimit => "over-total-limit",
            StructuralCode::OverWorksLimit => "over-works-limit",
            StructuralCode::OverWorksADay => "over-works-a-day",
            StructuralCode::TwiceInSitting => "twice-in-sitting",
            StructuralCode::Unfilled => "unfilled",
            StructuralCode::Overfilled => "overfilled",
            StructuralCode::PinBroken => "pin-broken",
            StructuralCode::UnknownPerson => "unknown-person",
            StructuralCode::UnknownSitting => "unknown-sitting",
        }
    }
}

/// Any rule's name: of the catalogue or structural.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A rule of the catalogue.
    Rule(RuleCode),
    /// A structural rule.
    Structural(StructuralCode),
}

impl Code {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Code::Rule(code) => code.name(),
            Code::Structural(code) => code.name(),
        }
    }
}

/// A set of catalogue rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RuleSet(u32);

impl RuleSet {
    /// This set and `code`.
    #[must_use]
    pub fn with(self, code: RuleCode) -> Self {
        Self(self.0 | 1 << code as u32)
    }

    /// Is `code` in the set?
    pub fn contains(self, code: RuleCode) -> bool {
        self.0 & (1 << code as u32) != 0
    }

    /// No rule at all?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many rules.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The rules, in the catalogue's order.
    pub fn iter(self) -> impl Iterator<Item = RuleCode> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let code = RuleCode::ALL.get(rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            code.copied()
        })
    }
}
