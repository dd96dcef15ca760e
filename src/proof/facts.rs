//! The facts of the lists as one canonical text, so that anybody can compute its digest anew.
//!
//! One fact a line: a word, then `key=value` pairs in a fixed order. Texts stand in quotes as in JSON, people, classes,
//! subjects, areas, groups and sittings by their numbers in their lists (from 0), dates as `2026-04-21`, clock times in
//! minutes of the day. What is empty, none or as it is by default is left out with its key, a line without pairs whole: a
//! column that nobody fills adds nothing. Files, rows and columns are no facts.
//!
//! Every structure is taken apart by all its fields, so that a new column cannot be forgotten here.

mod line;

use crate::domain::{
    Absence, Checking, Child, Class, ClassId, Cleared, Document, Exemption, GroupId, Homeroom,
    Lang, Lesson, Limits, Lists, Options, Parenthood, Person, PersonId, Pin, PinKind, Policy,
    Prefer, Preset, Role, RoleSet, Share, Sitting, Staff, Subject, SubjectId, Teaching, Tie,
    Waiver, Weekdays,
};

use line::{Line, listed};

/// First line of the text.
const VERSION: &str = "recuse facts 1\n";

/// The canonical text.
pub(super) fn facts(lists: &Lists) -> String {
    let Lists {
        policy,
        sources: _,
        schools,
        people,
        classes,
        subjects,
        aliases,
        learned,
        areas,
        groups,
        sittings,
        teaching,
        homerooms,
        children,
        ties,
        lessons,
        absences,
        pins,
        waivers,
        cleared,
        // What is planned on a finished roster bears on no bound of it.
        procedure: _,
    } = lists;
    let mut text = Facts(VERSION.to_owned());
    text.policy(policy);
    for (word, names) in [("school", schools), ("area", areas), ("group", groups)] {
        for name in names {
            text.line(word).named("name", name).end();
        }
    }
    for it in people {
        text.person(it);
    }
    for it in classes {
        text.class(it);
    }
    for it in subjects {
        text.subject(it);
    }
    for (name, subject) in aliases {
        text.line("alias")
            .named("name", name)
            .pair("subject", subject.index())
            .end();
    }
    for (name, person) in learned {
        let person = person.map(PersonId::index);
        text.line("learned")
            .named("name", name)
            .maybe("person", person)
            .end();
    }
    for it in sittings {
        text.sitting(it);
    }
    for it in teaching {
        text.teaching(it);
    }
    text.interests((homerooms, children, ties));
    for it in lessons {
        text.lesson(it);
    }
    for it in absences {
        text.absence(it);
    }
    for it in pins {
        text.pin(it);
    }
    for it in waivers {
        text.waiver(it);
    }
    for it in cleared {
        text.cleared(it);
    }
    text.0
}

struct Facts(String);

/// What ties people to classes beside teaching.
type Interests<'a> = (&'a [Homeroom], &'a [Child], &'a [Tie]);

impl Facts {
    fn line(&mut self, word: &str) -> Line<'_> {
        Line::begin(&mut self.0, word)
    }

    fn interests(&mut self, (homerooms, children, ties): Interests<'_>) {
        for Homeroom {
            person,
            class,
            read_at: _,
        } in homerooms
        {
            self.line("homeroom")
                .pair("person", person.index())
                .pair("class", class.index())
                .end();
        }
        for Child {
            parent,
            class,
            read_at: _,
        } in children
        {
            self.line("child")
                .pair("parent", parent.index())
                .pair("class", class.index())
                .end();
        }
        for Tie {
            person,
            class,
            kind,
            read_at: _,
        } in ties
        {
            let line = self.line("tie").pair("person", person.index());
            line.pair("class", class.index()).text("kind", kind).end();
        }
    }

    fn policy(&mut self, policy: &Policy) {
        let Policy {
            preset,
            overrides,
            places,
            options,
            prefer,
            limits,
            checking,
            // What is warned of changes no roster.
            warnings: _,
            plan: _,
            document,
        } = policy;
        let Options {
            primary_generalist_is_specialist,
            by_group,
            // What it does stands in the places of the sittings.
            observers: _,
        } = options;
        let default = Policy::default();
        let line = self.line("policy");
        let line = line.unless("preset", preset.name(), *preset == Preset::default());
        let line = line.unless("prefer", prefer.name(), *prefer == Prefer::default());
        let generalist = *primary_generalist_is_specialist;
        line.unless("primary_generalist_is_specialist", "false", generalist)
            .unless("by_group", "true", !*by_group)
            .end();
        for (code, severity) in overrides {
            self.line("rule")
                .pair("code", code.name())
                .pair("severity", severity.name())
                .end();
        }
        for role in Role::ALL
            .into_iter()
            .filter(|&it| places[it] != default.places[it])
        {
            self.line("places")
                .pair("role", role.name())
                .pair("places", places[role])
                .end();
        }
        let Limits { works, works_a_day } = limits;
        self.line("limits")
            .maybe("works", *works)
            .maybe("works_a_day", *works_a_day)
            .end();
        let days = match checking {
            Checking::Within(days) => days.to_string(),
            Checking::Open => Checking::OPEN.to_owned(),
        };
        self.line("checking")
            .unless("days", &days, *checking == default.checking)
            .end();
        let Document {
            lang,
            school,
            place,
            director,
            order,
            deputy,
            director_post,
            deputy_post,
            ground,
            checking_place,
            checking_time,
            upload,
            storage,
            safety,
        } = document;
        let lang = lang.map(|lang| match lang {
            Lang::En => "en",
            Lang::Ru => "ru",
        });
        let line = self
            .line("document")
            .maybe("lang", lang)
            .text("school", school);
        let line = line.text("place", place).text("director", director);
        let line = line.text("order", order).text("deputy", deputy);
        let line = line.text("director_post", director_post);
        let line = line.text("deputy_post", deputy_post).text("ground", ground);
        let line = line.text("checking_place", checking_place);
        let line = line.text("checking_time", checking_time);
        line.text("upload", upload)
            .text("storage", storage)
            .text("safety", safety)
            .end();
    }

    fn person(&mut self, person: &Person) {
        let Person {
            name,
            staff,
            parent,
            history,
            post_history: _,
        } = person;
        self.line("person")
            .named("name", name)
            .roles("history", history)
            .end();
        if let Some(staff) = staff {
            self.staff(staff);
        }
        if let Some(parent) = parent {
            let Parenthood {
                observer,
                dates,
                phone,
                read_at: _,
            } = parent;
            let dates = dates.as_ref().map(listed);
            let line = self.line("parent").pair("observer", observer);
            line.maybe("dates", dates).text("phone", phone).end();
        }
    }

    fn staff(&mut self, staff: &Staff) {
        let Staff {
            school,
            position,
            subjects,
            subjects_at: _,
            roles,
            posts: _,
            roles_at: _,
            checks,
            checks_at: _,
            max_per_day,
            max_per_week,
            max_total,
            max_works,
            share,
            building,
            email,
            read_at: _,
        } = staff;
        let line = self
            .line("staff")
            .pair("school", school.index())
            .text("position", position);
        let line = line.list("subjects", subjects.iter().map(|it| it.index()));
        let line = line.list("roles", RoleSet::iter(*roles).map(Role::name));
        let line = line.list("checks", checks.iter().map(|it| it.index()));
        let line = line
            .maybe("max_per_day", *max_per_day)
            .maybe("max_per_week", *max_per_week)
            .maybe("max_total", *max_total)
            .maybe("max_works", *max_works)
            .maybe("share", (*share != Share::FULL).then(|| share.hundredths()));
        line.text("building", building).text("email", email).end();
    }

    fn class(&mut self, class: &Class) {
        let Class {
            school,
            name,
            grade,
            pupils,
            room,
            building,
            read_at: _,
        } = class;
        let line = self
            .line("class")
            .named("name", name)
            .pair("school", school.index());
        let line = line.pair("grade", grade).pair("pupils", pupils);
        line.text("room", room).text("building", building).end();
    }

    fn subject(&mut self, subject: &Subject) {
        let Subject { name, short, area } = subject;
        let line = self.line("subject").named("name", name);
        line.text("short", short).pair("area", area.index()).end();
    }

    fn sitting(&mut self, sitting: &Sitting) {
        let Sitting {
            date,
            span,
            class,
            subject,
            group,
            room,
            pupils,
            places,
            read_at: _,
        } = sitting;
        let line = self.line("sitting").pair("date", date).span(span);
        let line = line
            .pair("class", class.index())
            .pair("subject", subject.index());
        let line = line
            .maybe("group", group.map(GroupId::index))
            .text("room", room);
        line.pair("pupils", pupils).roles("places", places).end();
    }

    fn teaching(&mut self, teaching: &Teaching) {
        let Teaching {
            person,
            class,
            subject,
            group,
            specialist,
            read_at: _,
        } = teaching;
        let line = self.line("teaching").pair("person", person.index());
        let line = line
            .pair("class", class.index())
            .pair("subject", subject.index());
        let line = line.maybe("group", group.map(GroupId::index));
        line.pair("specialist", specialist).end();
    }

    fn lesson(&mut self, lesson: &Lesson) {
        let Lesson {
            weekday,
            span,
            class,
            subject,
            person,
            group,
            room,
            read_at: _,
        } = lesson;
        let line = self.line("lesson").pair("weekday", weekday).span(span);
        let line = line
            .pair("class", class.index())
            .pair("subject", subject.index());
        let line = line.pair("person", person.index());
        line.maybe("group", group.map(GroupId::index))
            .text("room", room)
            .end();
    }

    fn absence(&mut self, absence: &Absence) {
        let Absence {
            person,
            from,
            to,
            weekdays,
            span,
            reason,
            read_at: _,
        } = absence;
        let line = self.line("absence").pair("person", person.index());
        let line = line.pair("from", from).pair("to", to);
        let line = line.list("weekdays", Weekdays::iter(*weekdays));
        let line = match span {
            Some(span) => line.span(span),
            None => line,
        };
        line.text("reason", reason).end();
    }

    fn pin(&mut self, pin: &Pin) {
        let Pin {
            sitting,
            role,
            person,
            kind,
            read_at: _,
        } = pin;
        let kind = match kind {
            PinKind::Must => "must",
            PinKind::Never => "never",
        };
        let line = self
            .line("pin")
            .pair("sitting", sitting.index())
            .pair("role", role.name());
        line.pair("person", person.index()).pair("pin", kind).end();
    }

    fn cleared(&mut self, cleared: &Cleared) {
        let Cleared {
            person,
            class,
            reason,
            by,
            read_at: _,
        } = cleared;
        let line = self.line("cleared").pair("person", person.index());
        let line = line.pair("class", class.index());
        line.text("reason", reason).text("by", by).end();
    }

    fn waiver(&mut self, waiver: &Waiver) {
        let Waiver {
            exemption,
            read_at: _,
        } = waiver;
        let Exemption {
            person,
            rule,
            class,
            subject,
            from,
            to,
            reason,
            approved,
        } = exemption;
        let line = self
            .line("waiver")
            .pair("person", person.index())
            .pair("rule", rule.name());
        let line = line.maybe("class", class.map(ClassId::index));
        let line = line.maybe("subject", subject.map(SubjectId::index));
        let line = line.maybe("from", *from).maybe("to", *to);
        line.text("reason", reason).text("approved", approved).end();
    }
}
