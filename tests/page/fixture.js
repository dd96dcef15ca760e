/** A made-up school and roster in the shape the server answers with; the same every time. */

const SURNAMES = [
  "Петрова",
  "Сидорова",
  "Волкова",
  "Козлова",
  "Лебедева",
  "Новикова",
  "Егорова",
  "Соколова",
  "Белова",
  "Орлова",
  "Громова",
  "Титова",
];
const INITIALS = ["А. И.", "В. Г.", "Н. П.", "О. С.", "Е. В."];
const SUBJECTS = [
  ["Русский язык", "Рус"],
  ["Математика", "Мат"],
  ["История", "Ист"],
  ["Физика", "Физ"],
];
const LESSONS = [
  ["2", "9:25", "10:10"],
  ["3", "10:25", "11:10"],
  ["4", "11:30", "12:15"],
];
const ROLES = ["proctor", "checker", "observer", "assistant"];

/** @param {Record<string, number>} own */
const perRole = (own) => Object.fromEntries(ROLES.map((role) => [role, own[role] ?? 0]));

/** @param {{staff?: number, parents?: number, sittings?: number}} size */
export function madeUpSchool({ staff = 20, parents = 8, sittings = 24 } = {}) {
  const people = Array.from({ length: staff + parents }, (_, id) => {
    const short = `${SURNAMES[id % SURNAMES.length]} ${INITIALS[Math.floor(id / SURNAMES.length) % INITIALS.length]}`;
    const isStaff = id < staff;
    return {
      id,
      name: `${short} (${id})`,
      short,
      position: "",
      staff: isStaff,
      parent: !isStaff,
      roles: isStaff ? ["proctor", "checker"] : ["observer"],
      before: perRole(id % 7 === 0 ? { proctor: 1 } : {}),
    };
  });
  const all = Array.from({ length: sittings }, (_, id) => {
    const [subject, short] = SUBJECTS[Math.floor(id / 6) % SUBJECTS.length];
    const [lesson, start, end] = LESSONS[Math.floor(id / 3) % LESSONS.length];
    const day = 21 + Math.floor(id / 6);
    return {
      id,
      date: `2026-04-${day}`,
      weekday: ["вторник", "среда", "четверг", "пятница"][Math.floor(id / 6) % 4],
      lesson,
      start,
      end,
      school: null,
      class: `${5 + (id % 3)}${"АБВ"[Math.floor(id / 3) % 3]}`,
      subject,
      short,
      group: "",
      room: String(100 + id),
      pupils: 24 + (id % 5),
      places: perRole({ proctor: 1, checker: 2, observer: 1 }),
    };
  });
  return { name: "Средняя школа № 31", preset: "vpr", schools: [], timetable: true, people, sittings: all };
}

/**
 * A roster in which everybody takes a turn.
 * @param {ReturnType<typeof madeUpSchool>} school
 */
export function madeUpRoster(school) {
  const staff = school.people.filter((person) => person.staff).length;
  const parents = school.people.length - staff;
  /** @type {any[]} */
  const cells = [];
  for (const { id } of school.sittings) {
    cells.push([id, 0, 0, (id * 3) % staff, 0, null]);
    cells.push([id, 1, 0, (id * 3 + 1) % staff, 0, null]);
    cells.push([id, 1, 1, (id * 3 + 2) % staff, 0, null]);
    cells.push([id, 2, 0, staff + (id % parents), 0, null]);
  }
  return reply(school, cells, 1);
}

/**
 * The reply for cells; a person may not proctor a sitting whose number is a multiple of their own (from 2 on).
 * @param {ReturnType<typeof madeUpSchool>} school
 * @param {any[]} cells
 * @param {number} revision
 */
export function reply(school, cells, revision) {
  const findings = cells.flatMap((cell, index) => {
    const [sitting, role, , person] = cell;
    if (role !== 0 || person === null || person < 2 || sitting % person !== 0 || sitting === 0) return [];
    const { short } = school.people[person];
    return [
      {
        kind: "conflict",
        rule: "proctor-teaches-class",
        cell: index,
        stray: null,
        candidates: [],
        message: `${short} ведёт уроки в этом классе.`,
        fix: "Назначьте того, кто в классе не преподаёт.",
        evidence: [{ file: "нагрузка.csv", row: 40 + index }],
      },
    ];
  });
  const empty = cells.flatMap((cell, index) =>
    cell[3] === null && cell[5] === null
      ? [
          {
            kind: "unfilled",
            rule: "unfilled",
            cell: index,
            stray: null,
            candidates: [],
            message: "Место не занято.",
            fix: "",
            evidence: [],
          },
        ]
      : [],
  );
  const counts = new Map();
  for (const [sitting, role, , person] of cells) {
    if (person === null) continue;
    const key = `${person}.${role}`;
    const { duties, works } = counts.get(key) ?? { duties: 0, works: 0 };
    counts.set(key, { duties: duties + 1, works: works + Math.ceil(school.sittings[sitting].pupils / 2) });
  }
  const load = [...counts].map(([key, { duties, works }]) => {
    const [person, role] = key.split(".").map(Number);
    return [person, role, duties, works];
  });
  const kind = findings.length ? "conflicts" : empty.length ? "unfilled" : "clean";
  const words =
    kind === "clean"
      ? "0 конфликтов – проверено; лучше нельзя – доказано"
      : `Конфликтов: ${findings.length}, пустых мест: ${empty.length}`;
  return {
    revision,
    schoolRevision: 1,
    verdict: {
      kind,
      words,
      proven: true,
      conflicts: findings.length,
      exceptions: 0,
      unchecked: [],
      preferences: [],
      warnings: [],
      possible: 0,
      unfilled: empty.length,
    },
    cells,
    strays: [],
    findings: [...findings, ...empty],
    load,
    objective: { lessons_lost: findings.length },
    undo: null,
    redo: null,
  };
}
